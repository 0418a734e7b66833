/**
 * The closed vocabularies of the facts, in the order in which readers see them. A value added here is valid in articles;
 * TypeScript then requires its name in every language of `src/i18n`.
 */
export const symptoms = [
  'build-error',
  'link-error',
  'import-error',
  'crash',
  'exception',
  'wrong-result',
  'hang',
  'memory',
  'performance',
] as const;

export const platforms = ['linux', 'macos', 'windows'] as const;

/** Builds of the interpreter, not of the extension. */
export const builds = ['gil', 'free-threaded', 'debug'] as const;

export const statuses = ['fixed', 'workaround', 'open', 'by-design'] as const;

/** Kinds of causes: a bug in releases, releases that do not fit together, the machine, or the reader's own code. */
export const causes = ['defect', 'incompatibility', 'environment', 'usage'] as const;

/** Purposes of upstream projects, as a project names its own. */
export const categories = [
  'interpreter',
  'bindings',
  'build-tools',
  'scientific',
  'machine-learning',
  'imaging',
  'databases',
  'networking',
  'cryptography',
  'data-formats',
] as const;

/** Package ecosystems under the names of the OSV schema; each has a version grammar. */
export const ecosystems = ['PyPI', 'crates.io'] as const;

export const upstreamKinds = [
  'issue',
  'fix',
  'change',
  'discussion',
  'downstream',
  'related',
  'docs',
] as const;

export const upstreamStates = ['open', 'closed', 'merged'] as const;

/** The languages of the site; articles in the first one carry the facts. */
export const locales = ['en', 'zh'] as const;

export type Symptom = (typeof symptoms)[number];
export type Platform = (typeof platforms)[number];
export type Build = (typeof builds)[number];
export type Status = (typeof statuses)[number];
export type Cause = (typeof causes)[number];
export type Category = (typeof categories)[number];
export type Ecosystem = (typeof ecosystems)[number];
export type UpstreamKind = (typeof upstreamKinds)[number];
export type UpstreamState = (typeof upstreamStates)[number];
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = locales[0];
