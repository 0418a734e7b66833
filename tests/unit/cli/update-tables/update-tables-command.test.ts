import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { updateTablesCommand } from '../../../../src/cli/update-tables/update-tables-command.ts';
import type { LookupTable } from '../../../../src/cli/update-tables/lookup-table.ts';
import { folderWith } from '../../../support/folder.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { testContext } from '../../../support/mock-server.ts';

const CONTENTS = `usr/include/lber.h libdevel/libldap-dev
usr/include/ldap.h libdevel/libldap-dev
usr/lib/x86_64-linux-gnu/libldap.so libdevel/libldap-dev
usr/lib/x86_64-linux-gnu/libldap.so.2 libs/libldap2
`;

const MAPPING = JSON.stringify({ mappings: [] });

function sources(): string {
  const folder = folderWith({
    'alire-project/alire-index/index/none.toml': 'external = []',
    'conda-forge/feedstock-outputs/outputs/o/p/e/openldap.json': '{}',
    'eserte/cpan-plugin-sysdeps/lib/CPAN/Plugin/Sysdeps/Mapping.pm': '',
    ...Object.fromEntries(
      ['ubuntu', 'fedora', 'arch', 'homebrew', 'conda-forge'].map((name) => [
        `jaimergp/external-metadata-mappings/data/${name}.mapping.json`,
        MAPPING,
      ]),
    ),
    'mlocati/docker-php-extension-installer/install-php-extensions': '',
    'ocaml/opam-repository/packages/conf-ldap/conf-ldap.1/opam':
      'depexts: [\n  ["libldap-dev"] {os-family = "debian"}\n  ["openldap-devel"] {os-family = "fedora"}\n]\n',
    'passagemath/passagemath/build/pkgs/ldap/distros/debian.txt': 'libldap2-dev',
    'passagemath/passagemath/build/pkgs/ldap/distros/fedora.txt': 'openldap-devel',
    'r-hub/sysreqsdb/sysreqs/none.json': '{}',
    'ros/rosdistro/rosdep/base.yaml': 'ldap:\n  debian: [libldap-dev]\n  arch: [libldap]\n',
    'ros/rosdistro/rosdep/osx-homebrew.yaml': '{}',
    'rstudio/r-system-requirements/rules/none.json': '{ "dependencies": [] }',
    'xmake-io/xmake-repo/packages/o/openldap/xmake.lua': '',
  });
  for (const codename of ['bookworm', 'trixie']) {
    const place = path.join(folder, 'debian', codename);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'Contents-amd64.gz'), gzipSync(CONTENTS));
  }
  return folder;
}

async function run(args: string[], root = libraryWith()) {
  const context = testContext(root);
  const status = await updateTablesCommand(args, context);
  return { status, root, out: context.stdout.text, err: context.stderr.text };
}

test('writes the table with the packages that the sources give', async () => {
  const { status, root, out, err } = await run(['system-libraries', '--from', sources()]);
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(out).toContain('zlib: Debian has no zlib1g-dev\n');
  expect(out).toMatch(/^system-libraries: \d+ rows$/m);
  const text = readFileSync(path.join(root, 'content/tables/system-libraries.yaml'), 'utf8');
  const { columns, rows } = parse(text) as LookupTable;
  expect(columns['header']).toMatchObject({ kind: 'key', checked: '2026-03-01' });
  expect(rows.find(({ id }) => id === 'openldap')).toMatchObject({
    header: ['lber.h', 'ldap.h'],
    library: ['libldap.2.dylib', 'libldap.so.2'],
    link: ['ldap'],
    build: {
      debian: 'libldap-dev',
      fedora: 'openldap-devel',
      alpine: 'openldap-dev',
      arch: { unverified: 'libldap' },
      homebrew: 'openldap',
      conda: 'openldap',
    },
    run: { debian: 'libldap2' },
    python: [{ package: 'python-ldap' }],
  });
});

test.each([
  [[], '--from: found no value; allowed: --from FOLDER.'],
  [
    ['other', '--from', '.'],
    'Found other; allowed: system-libraries, python-c-api, numpy-c-api, numpy-names, wheels, libc-versions, libstdcxx-versions.',
  ],
  [['--from', 'nowhere'], '--from: ROOT/nowhere/debian/bookworm: no such file or folder.'],
  [['wheels', '--from', 'nowhere'], '--from: ROOT/nowhere/simple: no such file or folder.'],
  [['python-c-api', '--from', '.'], 'ROOT/python: no folders of releases'],
])('refuses %j', async (args, message) => {
  const { status, root, err } = await run(args);
  expect(status).toBe(2);
  expect(err.replaceAll(root, 'ROOT')).toBe(
    `${message}\nTry \`npm run update:tables -- --help\`.\n`,
  );
});
