/** What a code block of a draft may be in; each of them may stand behind the backticks of an article. */
export const languages = [
  'python',
  'cython',
  'c',
  'cpp',
  'rust',
  'console',
  'message',
  'bash',
  'powershell',
  'toml',
  'cmake',
  'yaml',
  'json',
  'ini',
  'dockerfile',
  'diff',
  'text',
] as const;

export type Language = (typeof languages)[number];

const NAMES: Readonly<Record<string, Language>> = {
  py: 'python',
  python3: 'python',
  pyi: 'python',
  pyx: 'cython',
  pxd: 'cython',
  'c++': 'cpp',
  cc: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  h: 'c',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  shellsession: 'console',
  'shell-session': 'console',
  pycon: 'console',
  cmd: 'console',
  batch: 'console',
  ps1: 'powershell',
  pytb: 'message',
  traceback: 'message',
  log: 'message',
  output: 'message',
  error: 'message',
  yml: 'yaml',
  cfg: 'ini',
  docker: 'dockerfile',
  patch: 'diff',
  plaintext: 'text',
  txt: 'text',
  plain: 'text',
};

const known = new Map<string, Language>([
  ...languages.map((name) => [name, name] as const),
  ...Object.entries(NAMES),
]);

/** The language that somebody's name for it means, `undefined` for a name that is none of ours. */
export function languageNamed(name: string): Language | undefined {
  return known.get(name.trim().toLowerCase());
}
