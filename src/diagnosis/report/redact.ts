/** The kinds of personal data that a redaction removes. */
export const redactedKinds = ['secret', 'email', 'address', 'user', 'path'] as const;

export type RedactedKind = (typeof redactedKinds)[number];

export interface Redacted {
  text: string;
  /** How many of each kind were removed; kinds that did not occur are absent. */
  removed: Partial<Record<RedactedKind, number>>;
}

/** Longer texts are cut, in UTF-16 units. */
const MAX_LENGTH = 200_000;

/** Words long enough for a secret. */
const LONG_WORD = /[\w.-]{16,3000}/g;

/** Prefixes of the tokens of GitHub, GitLab, PyPI, npm, AWS, Slack, Hugging Face and OpenAI, and of a JWT. */
const KNOWN_TOKEN =
  /^(?:gh[oprsu]_|github_pat_|glpat-|pypi-AgE|npm_|AKIA|ASIA|xox[abeprs]-|hf_|sk-|eyJ)/;

/** `password=...`, `"api_key": "..."`, `Authorization: Bearer ...`, `--token=...` */
const NAMED_SECRET =
  /((?:pass(?:word|wd|phrase)?|secret|token|api_?key|access_?key|authorization|credentials?)["']?\s?[:=]\s?["']?(?:bearer |basic )?)([^\s"',;&)<]{6,500})/gi;

/** `https://user:token@host` */
const AUTHORITY = /:\/\/[^\s/]{1,300}/g;

/** A word and what follows its `@`. Matches every word, so it never backtracks. */
const MAYBE_EMAIL = /[\w.+-]+(?:@[\w.-]+)?/g;

/** The user `git` is not a person. */
const EMAIL = /^(?!git@)[^@]+@[^@.]+\.[^@]{2,}$/;

/** A shell prompt or an SSH address: `me@desk2:~/x$`. */
const LOGIN = /(?<![\w.@-])(?!git@)([a-z_][\w.-]{0,31})@([a-z][\w.-]{0,63})(?=[:\s\]~]|$)/gim;

const IPV4 =
  /(?<![\w.=@-])(?:[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){3}(?![\w.])/g;

/** Text before a version that looks like an IP address. */
const VERSION_BEFORE = /(?:version|v|release|[<>=~!]=?)\s?$/i;

const URL_HOST = /(\bhttps?:\/\/)(?:<secret>@)?([\w.-]{1,253})(:\d{1,5})?([^\s"'<>),;]{0,2000})/gi;

/** Domains that are not personal: package indexes, repositories, documentation. */
const PUBLIC_DOMAINS = new Set(
  (
    'pypi.org pythonhosted.org python.org readthedocs.io readthedocs.org github.com githubusercontent.com github.io ' +
    'gitlab.com crates.io docs.rs rust-lang.org pyo3.rs anaconda.org conda-forge.org numpy.org scipy.org cython.org ' +
    'numba.org pydata.org debian.org ubuntu.com npmjs.org nvidia.com microsoft.com apple.com gnu.org llvm.org ' +
    'bazel.build cmake.org pytorch.org stackoverflow.com'
  ).split(' '),
);

/** An absolute path, with its drive letter or `~`. */
const PATH = /(?:\b[A-Za-z]:|~)?[/\\][^\s:"'<>|,;()]*/g;

/** The home directory of a user: group 1 is the part before the name, group 2 the name. */
const HOME =
  /^(\/(?:home|Users|export\/home|var\/home|data\/home)\/|[A-Z]:\\{1,2}Users\\{1,2})([^/\\]{1,64})/i;

/** Other folders whose subfolders are named after a person's work. */
const WORK =
  /^(?:\/(?:root|workspace|workspaces|builds?|mnt|srv|data|scratch|work|opt\/build|private\/var\/folders|tmp)|~|[D-Z]:\\{1,2}[^\\]{1,64})(?=[/\\])/;

const USER_VARIABLE =
  /\b((?:USER|USERNAME|LOGNAME|SUDO_USER|COMPUTERNAME|HOSTNAME|USERDOMAIN)\s?[=:]\s?)([^\s"';,]{1,64})/g;

/** Folders below which a path is the same on many machines. */
const COMMON_FOLDER =
  /[/\\](?:site-packages|dist-packages|lib[/\\]{1,2}python3\.\d|Python\.framework|Python3\d|conda|miniconda3|anaconda3|miniforge3|mambaforge)[/\\]/;

/** User names that do not identify a person. */
const GENERIC_USERS = new Set(
  'root user users runner runneradmin ubuntu vagrant docker jovyan public default admin administrator build builder circleci travis home app git'.split(
    ' ',
  ),
);

const MIN_NAME_LENGTH = 3;

const MIN_TOKEN_LENGTH = 20;

/** Shorter words of mixed characters are names of symbols or files. */
const MIN_SECRET_LENGTH = 32;

/**
 * Removes personal data from a text: tokens and passwords, e-mail and IP addresses, private hosts, user names, folders.
 * No redaction is complete: show the result to the author before it is published. Runs in linear time.
 */
export function redact(text: string): Redacted {
  const removed: Partial<Record<RedactedKind, number>> = {};
  const count = (kind: RedactedKind) => (removed[kind] = (removed[kind] ?? 0) + 1);
  const redactAs = (kind: RedactedKind, replacement: string) => {
    count(kind);
    return replacement;
  };
  const users = new Set<string>();

  const withoutSecrets = text
    .slice(0, MAX_LENGTH)
    .replace(AUTHORITY, (authority) => {
      const host = authority.lastIndexOf('@');
      return host < 0 ? authority : redactAs('secret', `://<secret>${authority.slice(host)}`);
    })
    .replace(NAMED_SECRET, (_, name: string) => redactAs('secret', `${name}<secret>`))
    .replace(LONG_WORD, (word) => (isSecret(word) ? redactAs('secret', '<secret>') : word))
    .replace(MAYBE_EMAIL, (word) => (EMAIL.test(word) ? redactAs('email', '<email>') : word));

  const withoutPlaces = withoutSecrets
    .replace(URL_HOST, (address, scheme: string, host: string) =>
      isPublic(host) ? address : redactAs('address', `${scheme}<host>/<path>`),
    )
    .replace(IPV4, (address: string, index: number, all: string) =>
      VERSION_BEFORE.test(all.slice(Math.max(0, index - 10), index))
        ? address
        : redactAs('address', '<address>'),
    )
    .replace(LOGIN, (_, user: string) => {
      users.add(user);
      return redactAs('user', '<user>@<host>');
    })
    .replace(USER_VARIABLE, (_, name: string, user: string) => {
      users.add(user);
      return redactAs('user', `${name}<user>`);
    })
    .replace(PATH, (path) => {
      const [home, before = '', user = ''] = HOME.exec(path) ?? [];
      if (home !== undefined) {
        users.add(user);
        return redactAs('path', `${before}<user>${shortened(path.slice(home.length))}`);
      }
      const work = WORK.exec(path)?.[0] ?? path;
      const rest = path.slice(work.length);
      const short = shortened(rest);
      return short === rest ? path : redactAs('path', work + short);
    });

  // A limit of length may cut a character outside the Basic Multilingual Plane in two.
  return { text: withoutNames(withoutPlaces, users, count).toWellFormed(), removed };
}

/**
 * True for a token with a known prefix, and for a long word that mixes digits with lowercase and uppercase letters or has
 * only hexadecimal digits. Mangled names have underscores, so they are kept.
 */
function isSecret(word: string): boolean {
  const isMixed = /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
  if (KNOWN_TOKEN.test(word)) return word.length >= MIN_TOKEN_LENGTH && /\d/.test(word);
  if (word.length < MIN_SECRET_LENGTH) return false;
  return /^[0-9a-f]+$/i.test(word) || (isMixed && /^[A-Za-z0-9]+$/.test(word));
}

const isPublic = (host: string) =>
  PUBLIC_DOMAINS.has(host.toLowerCase().split('.').slice(-2).join('.'));

/** Shortens a path in a personal folder to `site-packages` and below, or else to the file. */
function shortened(path: string): string {
  const separator = path.includes('\\') ? '\\' : '/';
  const common = COMMON_FOLDER.exec(path);
  if (common && common.index > 0) return `${separator}...${path.slice(common.index)}`;
  if (common) return path;
  const names = path.split(/[/\\]+/).filter(Boolean);
  return names.length < 2 ? path : `${separator}...${separator}${names.at(-1) ?? ''}`;
}

/** Removes the user names found in prompts and paths wherever they occur as words. */
function withoutNames(
  text: string,
  users: ReadonlySet<string>,
  count: (kind: RedactedKind) => void,
): string {
  const names = new Set(
    [...users].filter(
      (name) => name.length >= MIN_NAME_LENGTH && !GENERIC_USERS.has(name.toLowerCase()),
    ),
  );
  if (names.size === 0) return text;
  return text.replace(/[\p{L}\d_.-]+/gu, (word) => {
    const bare = word.replace(/[.-]$/, '');
    if (!names.has(bare)) return word;
    count('user');
    return `<user>${word.slice(bare.length)}`;
  });
}
