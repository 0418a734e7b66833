import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, copyProject } from '../support/astro-project.ts';
import { buildVariants, otherMachine, type BuildVariant } from '../support/build-variants.ts';
import { differencesBetween, digestsOf } from '../support/built-site.ts';
import { FIXTURE_LIBRARY, root } from '../support/root.ts';

/** Builds a copy of the project as the variant says, and returns the digests of the site. */
async function digestsOfBuild(
  { options, prepare }: Omit<BuildVariant, 'title'>,
  content: string,
): Promise<Record<string, string>> {
  const project = copyProject(content);
  try {
    await prepare?.(project);
    const { code, output } = await build({ cwd: project, ...options });
    expect(code, output).toBe(0);
    return digestsOf(path.join(project, 'dist'));
  } finally {
    rmSync(project, { recursive: true });
  }
}

describe('the site is the same to the byte', () => {
  const content = path.join(root, 'content');
  let expected: Record<string, string>;

  beforeAll(async () => {
    expected = await digestsOfBuild({}, content);
  });

  test.each([...buildVariants, otherMachine])('$title', async (variant) => {
    expect(differencesBetween(expected, await digestsOfBuild(variant, content))).toEqual([]);
  });
});

test('a site that depends on its environment is noticed', async () => {
  const content = path.join(FIXTURE_LIBRARY, 'content');
  const here = await digestsOfBuild({}, content);
  const there = await digestsOfBuild(
    { options: { env: { SITE_URL: 'https://example.org' } } },
    content,
  );
  expect(differencesBetween(here, there)).toContain('differs: feed.xml');
});
