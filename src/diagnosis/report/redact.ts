/** What a redaction takes out, by what it was. */
export const redactedKinds = ['secret', 'email', 'address', 'user', 'path'] as const;

export type RedactedKind = (typeof redactedKinds)[number];

export interface Redacted {
  text: string;
  /** How often something of a kind was taken out; kinds that did not occur are missing. */
  removed: Partial<Record<RedactedKind, number>>;
}

/** More is cut before it is read. */
const MAX_READ = 200_000;

/** Words in which a secret can hide. */
const LONG_WORD = /[\w.-]{16,3000}/g;

/** Tokens that say by their beginning whose they are: GitHub, GitLab, PyPI, npm, AWS, Slack, Hugging Face, OpenAI, JWT. */
const KNOWN_TOKEN =
  /^(?:gh[oprsu]_|github_pat_|glpat-|pypi-AgE|npm_|AKIA|ASIA|xox[abeprs]-|hf_|sk-|eyJ)/;

/** `password=...`, `"api_key": "..."`, `Authorization: Bearer ...`, `--token=...` */
const NAMED_SECRET =
  /((?:pass(?:word|wd|phrase)?|secret|token|api_?key|access_?key|authorization|credentials?)["']?\s?[:=]\s?["']?(?:bearer |basic )?)([^\s"',;&)<]{6,500})/gi;

/** `https://user:token@host` */
const AUTHORITY = /:\/\/[^\s/]{1,300}/g;

/** A word, and what stands behind its `@`; matches every word, so that no input makes it look back. */
const MAYBE_EMAIL = /[\w.+-]+(?:@[\w.-]+)?/g;

/** `git@` is nobody's. */
const EMAIL = /^(?!git@)[^@]+@[^@.]+\.[^@]{2,}$/;

/** A prompt or an address of ssh: `me@desk2:~/x$`. */
const LOGIN = /(?<![\w.@-])(?!git@)([a-z_][\w.-]{0,31})@([a-z][\w.-]{0,63})(?=[:\s\]~]|$)/gim;

const IPV4 =
  /(?<![\w.=@-])(?:[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}(?![\w.])/g;

/** Left of a number that is a version, whatever its form. */
const VERSION_BEFORE = /(?:version|v|release|[<>=~!]=?)\s?$/i;

const URL_HOST = /(\bhttps?:\/\/)(?:<secret>@)?([\w.-]{1,253})(:\d{1,5})?([^\s"'<>),;]{0,2000})/gi;

/** Domains that everybody has in their logs. */
const PUBLIC_DOMAINS = new Set(
  (
    'pypi.org pythonhosted.org python.org readthedocs.io readthedocs.org github.com githubusercontent.com github.io ' +
    'gitlab.com crates.io docs.rs rust-lang.org pyo3.rs anaconda.org conda-forge.org numpy.org scipy.org cython.org ' +
    'numba.org pydata.org debian.org ubuntu.com npmjs.org nvidia.com microsoft.com apple.com gnu.org llvm.org ' +
    'bazel.build cmake.org pytorch.org stackoverflow.com'
  ).split(' '),
);

/** A path from a root on, with the letter of its drive or the `~` before it. */
const PATH = /(?:\b[A-Za-z]:|~)?[/\\][^\s:"'<>|,;()]*/g;

/** The folder of a user: group 1 is what stands before the name, group 2 the name. */
const HOME =
  /^(\/(?:home|Users|export\/home|var\/home|data\/home)\/|[A-Z]:\\{1,2}Users\\{1,2})([^/\\]{1,64})/i;

/** Other folders of which the middle names somebody's work. */
const WORK =
  /^(?:\/(?:root|workspace|workspaces|builds?|mnt|srv|data|scratch|work|opt\/build|private\/var\/folders|tmp)|~|[D-Z]:\\{1,2}[^\\]{1,64})(?=[/\\])/;

const USER_VARIABLE =
  /\b((?:USER|USERNAME|LOGNAME|SUDO_USER|COMPUTERNAME|HOSTNAME|USERDOMAIN)\s?[=:]\s?)([^\s"';,]{1,64})/g;

/** From here on a path is the same on many machines. */
const COMMON_FOLDER =
  /[/\\](?:site-packages|dist-packages|lib[/\\]{1,2}python3\.\d|Python\.framework|Python3\d|conda|miniconda3|anaconda3|miniforge3|mambaforge)[/\\]/;

/** Names that are nobody's. */
const NOBODY = new Set(
  'root user users runner runneradmin ubuntu vagrant docker jovyan public default admin administrator build builder circleci travis home app git'.split(
    ' ',
  ),
);

const SHORTEST_NAME = 3;

const SHORTEST_TOKEN = 20;

/** Shorter words of mixed characters are names of programs. */
const SHORTEST_SECRET = 32;

/**
 * Takes out of a text what belongs to a person or an employer: tokens and passwords, e-mail and machine addresses,
 * user names, folders in which somebody works. What it leaves is for a person to look over before it is published.
 * Runs in linear time.
 */
export function redact(text: string): Redacted {
  const removed: Partial<Record<RedactedKind, number>> = {};
  const count = (kind: RedactedKind) => (removed[kind] = (removed[kind] ?? 0) + 1);
  const take = (kind: RedactedKind, by: string) => {
    count(kind);
    return by;
  };
  const users = new Set<string>();

  const withoutSecrets = text
    .slice(0, MAX_READ)
    .replace(AUTHORITY, (authority) => {
      const at = authority.lastIndexOf('@');
      return at < 0 ? authority : take('secret', `://<secret>${authority.slice(at)}`);
    })
    .replace(NAMED_SECRET, (_, name: string) => take('secret', `${name}<secret>`))
    .replace(LONG_WORD, (word) => (isSecret(word) ? take('secret', '<secret>') : word))
    .replace(MAYBE_EMAIL, (word) => (EMAIL.test(word) ? take('email', '<email>') : word));

  const withoutPlaces = withoutSecrets
    .replace(URL_HOST, (address, scheme: string, host: string) =>
      isPublic(host) ? address : take('address', `${scheme}<host>/<path>`),
    )
    .replace(IPV4, (address: string, at: number, all: string) =>
      VERSION_BEFORE.test(all.slice(Math.max(0, at - 10), at))
        ? address
        : take('address', '<address>'),
    )
    .replace(LOGIN, (_, user: string) => {
      users.add(user);
      return take('user', '<user>@<host>');
    })
    .replace(USER_VARIABLE, (_, name: string, user: string) => {
      users.add(user);
      return take('user', `${name}<user>`);
    })
    .replace(PATH, (path) => {
      const [home, before = '', user = ''] = HOME.exec(path) ?? [];
      if (home !== undefined) {
        users.add(user);
        return take('path', `${before}<user>${shortened(path.slice(home.length))}`);
      }
      const work = WORK.exec(path)?.[0] ?? path;
      const rest = path.slice(work.length);
      const short = shortened(rest);
      return short === rest ? path : take('path', work + short);
    });

  return { text: withoutNames(withoutPlaces, users, count), removed };
}

/**
 * True for a token by its beginning, and for a long word that is of the machine and of no language: digits, small
 * letters and capitals mixed, or nothing but hexadecimal digits. Mangled names have underscores.
 */
function isSecret(word: string): boolean {
  const isMixed = /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
  if (KNOWN_TOKEN.test(word)) return word.length >= SHORTEST_TOKEN && /\d/.test(word);
  if (word.length < SHORTEST_SECRET) return false;
  return /^[0-9a-f]+$/i.test(word) || (isMixed && /^[A-Za-z0-9]+$/.test(word));
}

const isPublic = (host: string) =>
  PUBLIC_DOMAINS.has(host.toLowerCase().split('.').slice(-2).join('.'));

/** Of a path in somebody's folder only what is the same everywhere stays: `site-packages` and below, else the file. */
function shortened(path: string): string {
  const separator = path.includes('\\') ? '\\' : '/';
  const common = COMMON_FOLDER.exec(path);
  if (common && common.index > 0) return `${separator}...${path.slice(common.index)}`;
  if (common) return path;
  const names = path.split(/[/\\]+/).filter(Boolean);
  return names.length < 2 ? path : `${separator}...${separator}${names.at(-1) ?? ''}`;
}

/** Takes the names out where they stand elsewhere as words of their own. */
function withoutNames(
  text: string,
  users: ReadonlySet<string>,
  count: (kind: RedactedKind) => void,
): string {
  const names = new Set(
    [...users].filter((name) => name.length >= SHORTEST_NAME && !NOBODY.has(name.toLowerCase())),
  );
  if (names.size === 0) return text;
  return text.replace(/[\p{L}\d_.-]+/gu, (word) => {
    const bare = word.replace(/[.-]$/, '');
    if (!names.has(bare)) return word;
    count('user');
    return `<user>${word.slice(bare.length)}`;
  });
}
