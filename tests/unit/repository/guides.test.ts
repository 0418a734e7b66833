import { slug } from 'github-slugger';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../support/root.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { homepage, scripts } = JSON.parse(read('package.json'));

/** Returns the npm scripts that a text calls. */
const commandsIn = (text: string) =>
  [...text.matchAll(/\bnpm run (?:-s )?([a-z:]+)/g)].map(([, name = '']) => name);

test('workflows call npm scripts that exist', () => {
  const files = globSync('.github/{workflows,scripts}/*', { cwd: root });
  const named = files.flatMap((file) => commandsIn(read(file)));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('vulnerabilities are reported to the repository in package.json', () => {
  expect(read('SECURITY.md')).toContain(`](${homepage}/security/advisories/new)`);
});

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', '.github/pull_request_template.md'])(
  '%s',
  (file) => {
    const text = read(file);

    test('names commands that exist', () => {
      const named = commandsIn(text);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
    });

    test('names files that exist', () => {
      const named = [...text.matchAll(/`((?:src|tests|content|\.github)\/[\w./-]+)`/g)].map(
        ([, name = '']) => name,
      );
      expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
    });

    test('leads to files and sections that exist', () => {
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
      const dead = links.filter((to) => {
        if (to.startsWith('https://')) return false;
        const [target = '', anchor] = to.split('#');
        const place = path.join(path.dirname(file), target || path.basename(file));
        if (!existsSync(path.join(root, place))) return true;
        const headings = [...read(place).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
          slug(words),
        );
        return anchor !== undefined && !headings.includes(anchor);
      });
      expect(dead).toEqual([]);
    });
  },
);
