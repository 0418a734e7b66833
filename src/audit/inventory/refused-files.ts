/** A file that says what a project needs or does, not what is installed. */
interface RefusedFile {
  label: string;
  /** Matches the path in lowercase, from the last folder on that decides. */
  path: RegExp;
  /** All of them match the beginning of such a text. */
  signs?: readonly RegExp[];
  /** The files or commands to use instead. */
  instead: string;
}

const FREEZE = 'the output of "pip freeze", or a lock file';

const REFUSED: readonly RefusedFile[] = [
  {
    label: 'setup.py',
    path: /\/setup\.py$/,
    signs: [/^(?:from |import |""")/, /(?:^|\n)(?:from|import) (?:setuptools|distutils)\b/],
    instead: FREEZE,
  },
  {
    label: 'setup.cfg',
    path: /\/setup\.cfg$/,
    signs: [/^\[(?:options(?:\.[\w.]{1,40})?\]|bdist_wheel\]|metadata\]\nname ?= ?[^\s"'])/],
    instead: FREEZE,
  },
  {
    label: 'pyproject.toml',
    path: /\/pyproject\.toml$/,
    signs: [/^\[(?:build-system|project|tool\.[\w.-]{1,40})\](?:\n|$)/],
    instead: FREEZE,
  },
  {
    label: 'tox.ini',
    path: /\/tox\.ini$/,
    signs: [/^\[(?:tox|testenv)\b/],
    instead: 'the output of "pip freeze" in the environment of tox',
  },
  { label: 'noxfile.py', path: /\/noxfile\.py$/, signs: [/^import nox\n/], instead: FREEZE },
  {
    label: 'a Dockerfile',
    path: /\/(?:(?:docker|container)file(?:\.[\w.-]{1,60})?|[\w.-]{1,60}\.dockerfile)$/,
    signs: [/^(?:ARG .{0,200}\n){0,9}FROM \S{1,200}(?: AS \S{1,60})?(?:\n|$)/i],
    instead: 'the output of "pip freeze" in the image',
  },
  {
    label: 'a GitHub workflow',
    path: /\/\.github\/workflows\/[^/]{1,200}\.ya?ml$/,
    signs: [/^(?:name|on|jobs|permissions|env):/, /\n[ \t]{1,8}runs-on:/],
    instead: 'the output of "pip freeze" in a step of the workflow',
  },
  { label: 'a Pipfile', path: /\/pipfile$/, signs: [/^\[\[source\]\]\n/], instead: 'Pipfile.lock' },
  { label: 'pixi.toml', path: /\/pixi\.toml$/, instead: 'pixi.lock' },
  { label: 'Cargo.toml', path: /\/cargo\.toml$/, instead: 'Cargo.lock' },
];

/** Maximum number of lines that are searched for signs. */
const MAX_LINES = 100;

/**
 * Returns why a text is not read, for files that are often mistaken for a description of an environment.
 *
 * @param name path of the file; a paste is recognized by its first lines
 * @returns `undefined` for any other text
 */
export function refusalOf(name: string | undefined, lines: readonly string[]): string | undefined {
  const path = `/${name?.replaceAll('\\', '/').toLowerCase() ?? ''}`;
  const head = lines
    .slice(0, MAX_LINES)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');
  const file = REFUSED.find(
    (one) => one.path.test(path) || one.signs?.every((sign) => sign.test(head)),
  );
  return (
    file && `found ${file.label}, which does not list what is installed; allowed: ${file.instead}`
  );
}
