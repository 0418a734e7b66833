import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { processContext, type CommandContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { fileErrorReason } from '../shared/file-error.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import { formatTable } from './format-table.ts';
import { libcVersionsTable, libstdcxxVersionsTable } from './libc-versions.ts';
import { makeNumpyCApi } from './numpy-c-api.ts';
import { makeNumpyNames } from './numpy-names.ts';
import { makePythonCApi } from './python-c-api.ts';
import { fetchMissingPages } from './wheel-pages.ts';
import { wheelPackages } from './wheel-packages.ts';
import { wheelsTable } from './wheels.ts';
import { systemLibraries, type BuiltTable } from './system-libraries/system-libraries.ts';

const USAGE = `Usage: npm run update:tables -- [TABLE]... --from FOLDER

Writes lookup tables from public data: content/tables/<table>.yaml. Without
TABLE, all that are made from data: those listed below. The other tables are
written by hand.
  --from FOLDER   the data, downloaded before.
  --fetch         request the pages for wheels that FOLDER lacks
  system-libraries:
    debian/<codename>/Contents-amd64.gz and Contents-all.gz of bookworm and
    trixie, from dists/<codename>/main/ of a mirror of Debian
    <owner>/<repository>, checkouts from GitHub of
      alire-project/alire-index             passagemath/passagemath
      conda-forge/feedstock-outputs         r-hub/sysreqsdb
      eserte/cpan-plugin-sysdeps            ros/rosdistro
      jaimergp/external-metadata-mappings   rstudio/r-system-requirements
      mlocati/docker-php-extension-installer
      ocaml/opam-repository                 xmake-io/xmake-repo
  python-c-api:
    python/<2.7, 3.6 to 3.15>/, folders with the headers of each release, and
    pythoncapi_compat.h
  numpy-c-api:
    numpy/<1.19 to 2.5>/, unpacked wheels
  numpy-names:
    numpy-names/<1.19 to 2.5>.txt, the names in numpy and its submodules
  wheels:
    simple/<package>.json, pages of https://pypi.org/simple/ in their JSON form.
    --fetch requests those that are missing, one after the other
  libc-versions, libstdcxx-versions:
    mayeut/pep600_compliance, a checkout from GitHub
Keys that were left out, and packages that Debian no longer has, are listed.
Environment: PYPI_INDEX_URL (https://pypi.org/simple).
Exit code: 0 written, 2 usage error.`;

const TABLES: Readonly<Record<string, (folder: string, today: string) => Promise<BuiltTable>>> = {
  'system-libraries': systemLibraries,
  'python-c-api': makePythonCApi,
  'numpy-c-api': makeNumpyCApi,
  'numpy-names': makeNumpyNames,
  wheels: wheelsTable,
  'libc-versions': libcVersionsTable,
  'libstdcxx-versions': libstdcxxVersionsTable,
};

/** `npm run update:tables` */
export const updateTablesCommand = defineCommand({
  name: 'npm run update:tables',
  usage: USAGE,
  examples: [
    'npm run update:tables -- --from ~/tables',
    'npm run update:tables -- wheels --from ~/tables --fetch',
  ],
  options: { from: { type: 'string' }, fetch: { type: 'boolean', default: false } },
  allowPositionals: true,
  async run({ values: { from, fetch }, positionals }, context: CommandContext) {
    const { root, stdout, today } = context;
    if (from === undefined) throw new UsageError('--from: found no value; allowed: --from FOLDER.');
    const ids = positionals.length === 0 ? Object.keys(TABLES) : positionals;
    for (const id of ids) {
      const build = TABLES[id];
      if (!build) throw new UsageError(`Found ${id}; allowed: ${Object.keys(TABLES).join(', ')}.`);
      const folder = path.resolve(root, from);
      if (fetch && id === 'wheels') {
        const lines = await fetchMissingPages(path.join(folder, 'simple'), wheelPackages, context);
        for (const line of lines) stdout.write(`${line}\n`);
      }
      const { table, advice } = await build(folder, today).catch((error) => {
        if (error instanceof UsageError) throw error;
        throw new UsageError(`--from: ${error.path ?? from}: ${fileErrorReason(error).en}.`);
      });
      const target = path.join(root, 'content/tables', `${id}.yaml`);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFileAtomic(target, formatTable(table));
      for (const line of advice) stdout.write(`${line}\n`);
      stdout.write(`${id}: ${table.rows.length} rows\n`);
    }
    return 0;
  },
});

if (import.meta.main) await runCommand(updateTablesCommand, processContext());
