import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readMachine } from '../../domain/environment/read-machine.ts';
import { isVersion } from '../../domain/versions/versions.ts';
import type { BlockMachine, BlockPackage, BlockReader } from './block.ts';
import { fieldAt, fieldsFrom, type Field } from './field.ts';
import { packageOfModule } from './module-names.ts';
import { readPythonField } from './sys-version.ts';

const RULE = /^-{5,40}$/;

/** Fields of pandas and xarray about the system. */
const SYSTEM_FIELDS = new Set([
  ...['commit', 'python', 'python-bits', 'OS', 'OS-release', 'Version', 'machine', 'processor'],
  ...['byteorder', 'LC_ALL', 'LANG', 'LOCALE', 'libhdf5', 'libnetcdf'],
]);

/** Reads `pandas.show_versions()` and `xarray.show_versions()`. */
export const readInstalledVersions: BlockReader = (lines, start) => {
  if (lines[start] !== 'INSTALLED VERSIONS' || !RULE.test(lines[start + 1] ?? '')) return undefined;
  const { fields, end } = fieldsFrom(lines, start + 2);
  const value = (name: string) => fields.find(({ label }) => label === name)?.value;
  const platform = platformNamed(value('OS') ?? '');
  const machine = { ...readPythonField(value('python') ?? ''), ...(platform && { platform }) };
  const packages = packagesOf(fields.filter(({ label }) => !SYSTEM_FIELDS.has(label)));
  const kind = value('libnetcdf') === undefined ? 'pandas-versions' : 'xarray-versions';
  return { kind, end, packages, machine };
};

const PACKAGE_SECTION = /^Python dep(?:endencie)?s:$/;

/** Reads `sklearn.show_versions()`, which scikit-image and others have copied. */
export const readSklearnVersions: BlockReader = (lines, start) => {
  if (lines[start] !== 'System:' || fieldAt(lines, start + 1)?.label !== 'python') return undefined;
  const { fields, end } = fieldsFrom(lines, start);
  const machine: BlockMachine = {};
  const own: Field[] = [];
  let section = '';
  for (const field of fields) {
    const { label, value, line } = field;
    if (value === '') section = lines[line] ?? '';
    else if (PACKAGE_SECTION.test(section)) own.push(field);
    else if (section !== 'System:') continue;
    else if (label === 'python') Object.assign(machine, readPythonField(value));
    else if (label === 'machine') machine.platform = readMachine([value]).platform;
  }
  return { kind: 'sklearn-versions', end, packages: packagesOf(own), machine };
};

/** Leaves out the modules that are not installed. */
function packagesOf(fields: readonly Field[]): BlockPackage[] {
  return fields
    .filter(({ value }) => isVersion('PyPI', value))
    .map(({ label, value, line }) => ({
      ecosystem: 'PyPI',
      name: packageOfModule(label),
      version: value,
      line,
    }));
}
