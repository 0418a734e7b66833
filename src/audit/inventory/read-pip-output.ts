import { platformNamed } from '../../domain/environment/platform-names.ts';
import { isVersion } from '../../domain/versions/versions.ts';
import type { BlockMachine, BlockPackage, BlockReader } from './block.ts';
import { fieldAt } from './field.ts';
import { readPythonField } from './sys-version.ts';

/** Maximum length of a version with its parentheses. */
const MAX_VERSION_LENGTH = 102;

const INSTALLED = 'Successfully installed ';

/** `numpy-1.26.4`, `scikit-learn-1.5.2`; a version contains no hyphen. */
const PINNED_NAME = /^([A-Za-z0-9][\w.-]{0,99})-(\d[\w.!+]{0,99})$/;

/** `Requirement already satisfied: six>=1.5 in /usr/lib/python3/dist-packages (from x) (1.16.0)` */
const SATISFIED = 'Requirement already satisfied: ';
const NAME = /^[A-Za-z0-9][\w.-]{0,99}/;
const VERSION_AT_END = /\((\d[\w.!+]{0,99})\)$/;

/** ` + numpy==1.26.4` of uv, behind it possibly an address. ` - numpy==1.25` is no longer installed. */
const UV_INSTALLED = /^ [+~] ([A-Za-z0-9][\w.-]{0,99})==(\d[\w.!+]{0,99})(?: \(|$)/;
const UV_REMOVED = /^ - [A-Za-z0-9][\w.-]{0,99}==\d/;

/** Beginnings of what pip and uv print while they install. */
const PROGRESS: readonly string[] = [
  ...['Attempting uninstall: ', 'Audited ', 'Building wheel', 'Collecting ', 'Created wheel for '],
  ...[
    'Downloading ',
    'Downloaded ',
    'Found existing installation: ',
    'Getting requirements to build ',
  ],
  ...['Installed ', 'Installing backend dependencies', 'Installing build dependencies'],
  ...['Installing collected packages: ', 'Looking in indexes: ', 'Looking in links: '],
  ...[
    'Obtaining ',
    'Prepared ',
    'Preparing metadata ',
    'Processing ',
    'Resolved ',
    'Retrying (Retry(',
  ],
  ...[
    'Running setup.py ',
    'Stored in directory: ',
    'Successfully built ',
    'Successfully uninstalled ',
  ],
  ...['Uninstalled ', 'Uninstalling ', 'Using cached ', '\u2501'],
];

/** Reads what pip and uv print when they install packages. */
export const readPipInstall: BlockReader = (lines, start) => {
  const packages: BlockPackage[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const own = installedBy(line);
    if (own.length === 0 && !isProgress(line)) break;
    for (const found of own) packages.push({ ecosystem: 'PyPI', ...found, line: end });
  }
  if (end === start) return undefined;
  return packages.length === 0 ? { end } : { kind: 'pip-install', end, packages };
};

function isProgress(line: string): boolean {
  const text = line.trimStart();
  return UV_REMOVED.test(line) || PROGRESS.some((beginning) => text.startsWith(beginning));
}

/** Returns the packages that a line reports as installed. */
function installedBy(line: string): { name: string; version: string }[] {
  if (line.startsWith(SATISFIED)) {
    const name = NAME.exec(line.slice(SATISFIED.length))?.[0];
    return pin(name, VERSION_AT_END.exec(line.slice(-MAX_VERSION_LENGTH))?.[1]);
  }
  if (line.startsWith(INSTALLED)) {
    return line
      .slice(INSTALLED.length)
      .split(' ')
      .flatMap((word) => {
        const [, name, version] = PINNED_NAME.exec(word) ?? [];
        return pin(name, version);
      });
  }
  const [, name, version] = UV_INSTALLED.exec(line) ?? [];
  return pin(name, version);
}

function pin(name: string | undefined, version = ''): { name: string; version: string }[] {
  return name !== undefined && isVersion('PyPI', version) ? [{ name, version }] : [];
}

const DEBUG_START = /^(?:pip version: pip \d|sys\.version: \d|vendored library versions:$)/;
const DEBUG_LINE =
  /^(?:[ \t]|\[|pip version:|sys\.[\w.]{1,40}:|locale\.|'cert' config value:|REQUESTS_CA_BUNDLE:|CURL_CA_BUNDLE:|pip\._vendor\.|vendored library versions:|Compatible tags:)/;
const PIP_VERSION = /^pip (\d\S{0,30}) from /;

/** Reads `pip debug`. The libraries that pip contains are not installed. */
export const readPipDebug: BlockReader = (lines, start) => {
  if (!DEBUG_START.test(lines[start] ?? '')) return undefined;
  const packages: BlockPackage[] = [];
  const machine: BlockMachine = {};
  let end = start;
  for (; end < lines.length && DEBUG_LINE.test(lines[end] ?? ''); end++) {
    const { label, value } = fieldAt(lines, end) ?? { label: '', value: '' };
    const [, version] = label === 'pip version' ? (PIP_VERSION.exec(value) ?? []) : [];
    if (version !== undefined)
      packages.push({ ecosystem: 'PyPI', name: 'pip', version, line: end });
    if (label === 'sys.version') Object.assign(machine, readPythonField(value));
    if (label === 'sys.platform') machine.platform = platformNamed(value);
  }
  return { kind: 'pip-debug', end, packages, machine };
};
