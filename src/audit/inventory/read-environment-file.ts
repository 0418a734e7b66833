import type { BlockReader, BlockPackage } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';
import { readRequirement } from './requirement.ts';

const START = /^(?:name|channels|dependencies):/;
const KEY = /^(name|channels|dependencies|prefix|variables|platforms):(.*)$/;
const ITEM = /^([ \t]{0,20})-[ \t]{1,9}(\S.*)$/;
const FLOW = /^[ \t]{0,9}\[([^[\]]*)\][ \t]{0,9}$/;

const SPEC_NAME = /^[A-Za-z0-9_][\w.-]{0,99}/;

/** One version, and the build behind it: `=2.1.3=py313h4bf6692_0`, `==2.1.3`, `= 3.13`. */
const SPEC_PIN = /^(={1,2})[ \t]{0,9}(\d[\w.!+]{0,99})(?:=([\w.]{1,100}))?$/;

/** `=2.1` stands for every 2.1.x: one that names so many numbers is taken for the version itself. */
const NUMBERS_OF_A_RELEASE = 3;

/**
 * `environment.yml`, as conda writes it and people do.
 *
 * Read line by line instead of with a YAML parser: what is needed of it is a list of texts, and the parser takes
 * quadratic time for hostile files.
 */
export const readEnvironmentFile: BlockReader = (lines, at) => {
  if (!START.test(lines[at] ?? '')) return undefined;
  const conda: CondaPackage[] = [];
  const pip: BlockPackage[] = [];
  const notFollowed: number[] = [];
  const notUnderstood: number[] = [];
  let section = '';
  /** How far the items of `pip:` are indented at least. */
  let pipIndent: number | undefined;
  let hasDependencies = false;
  let index = at;
  for (; index < lines.length; index++) {
    const line = withoutComment(lines[index] ?? '');
    if (line.trim() === '') continue;
    const [, key, value = ''] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      section = key;
      pipIndent = undefined;
      hasDependencies ||= key === 'dependencies';
      const [, flow] = section === 'dependencies' ? (FLOW.exec(value) ?? []) : [];
      for (const text of flow?.split(',') ?? []) conda.push(...specOf(text, index));
      continue;
    }
    const [, indent = '', text = ''] = ITEM.exec(line) ?? [];
    if (text === '' && !/^\s/.test(line)) break;
    if (section !== 'dependencies') continue;
    if (unquoted(text) === 'pip:') {
      pipIndent = indent.length + 1;
    } else if (pipIndent !== undefined && indent.length >= pipIndent) {
      const requirement = readRequirement(unquoted(text));
      if (requirement?.kind === 'package' || requirement?.kind === 'bare') {
        const { kind: _, ...found } = requirement;
        pip.push({ ecosystem: 'PyPI', ...found, line: index });
      } else if (requirement?.kind === 'reference') notFollowed.push(index);
      else if (!requirement) notUnderstood.push(index);
    } else {
      pipIndent = undefined;
      const spec = specOf(text, index);
      if (spec.length === 0) notUnderstood.push(index);
      conda.push(...spec);
    }
  }
  if (!hasDependencies) return { end: index, notUnderstood: [at] };
  const { packages, machine } = readCondaPackages(conda);
  const all = [...packages, ...pip];
  const isComplete = all.length > 0 && all.every(({ version }) => version !== undefined);
  return {
    kind: 'conda-environment',
    end: index,
    packages: all,
    machine,
    ...(isComplete && { completeFor: 'PyPI' as const }),
    notFollowed,
    notUnderstood,
  };
};

/** `conda-forge::numpy=2.1.3=py313h4bf6692_0`, `python=3.13`, `numpy >=2,<3`, `numpy 2.1.*` */
function specOf(text: string, line: number): CondaPackage[] {
  const spec = unquoted(text);
  const own = spec.slice(spec.indexOf('::') < 0 ? 0 : spec.indexOf('::') + 2);
  const [name] = SPEC_NAME.exec(own) ?? [];
  if (name === undefined) return [];
  const [, operator, version = '', build] = SPEC_PIN.exec(own.slice(name.length).trim()) ?? [];
  const isPin =
    version !== '' &&
    (operator === '==' ||
      build !== undefined ||
      name === 'python' ||
      version.split('.').length >= NUMBERS_OF_A_RELEASE);
  return [{ name, ...(isPin && { version, build }), line }];
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|[ \t])#/);
  return at < 0 ? line : line.slice(0, at);
}
