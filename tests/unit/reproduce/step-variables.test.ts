import { expect, test } from 'vitest';
import { passedVariables } from '../../../src/reproduce/step-variables.ts';

test('steps see what configures installers, and no secrets', () => {
  const passed = {
    PATH: '/bin',
    HOME: '/home/a',
    UV_CACHE_DIR: '/c',
    https_proxy: 'http://localhost:1',
  };
  const withheld = {
    GITHUB_TOKEN: 'a',
    GH_TOKEN: 'a',
    AWS_PROFILE: 'a',
    CARGO_REGISTRY_TOKEN: 'a',
    UV_PUBLISH_PASSWORD: 'a',
    ACTIONS_RUNTIME_URL: 'a',
    NODE_OPTIONS: 'a',
    PYTHONPATH: 'a',
    UNSET: undefined,
  };
  expect(passedVariables({ ...passed, ...withheld })).toEqual(passed);
});
