import { describe, expect, test } from 'vitest';
import { checkBuildSettings } from '../../../src/integrations/check-build-settings.ts';

describe('the path of the clone', () => {
  test.each([
    ['/home/a%20b/', '%'],
    ['/home/100%/', '%'],
    ['/home/what?/', '?'],
    ['/home/a*b/', '*'],
    ['/home/a"b/', String.raw`\"`],
    ['/home/a\nb/', String.raw`\n`],
    ['/home/a\u009bb/', String.raw`\u009b`],
  ])('%j stops the build', (root, character) => {
    expect(() => checkBuildSettings(root, {})).toThrow(
      `contains "${character}", which the build tools cannot handle. Move the clone to another folder.`,
    );
  });

  test.each([
    '/home/a b/',
    '/home/ä/中文/',
    "/home/it's [a] (b) {c} $d & +e @f !g ~h/",
    'C:\\kf\\',
  ])('%j does not', (root) => {
    expect(() => checkBuildSettings(root, {})).not.toThrow();
  });
});

describe.each(['SITE_URL', 'REPOSITORY_URL'])('%s', (name) => {
  test.each(['ftp://faults.example', 'javascript:alert(1)', 'faults.example', 'file:///etc'])(
    'must not be %j',
    (address) => {
      expect(() => checkBuildSettings('/home/kf/', { [name]: address })).toThrow(
        `${name}: found ${address}; allowed: an http or https address.`,
      );
    },
  );

  test.each(['', 'https://faults.example', 'http://localhost:4321', 'http://intranet/'])(
    'may be %j',
    (address) => {
      expect(() => checkBuildSettings('/home/kf/', { [name]: address })).not.toThrow();
    },
  );
});

describe('MAX_FILES', () => {
  test.each(['many', '-1', '1e5', '20,000', '1.5'])('must not be %j', (number) => {
    expect(() => checkBuildSettings('/home/kf/', { MAX_FILES: number })).toThrow(
      `MAX_FILES: found ${number}; allowed: a number of files, such as 20000.`,
    );
  });

  test.each([undefined, '', '0', '100000'])('may be %j', (number) => {
    expect(() => checkBuildSettings('/home/kf/', { MAX_FILES: number })).not.toThrow();
  });
});
