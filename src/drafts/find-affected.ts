import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import { isVersion } from '../domain/versions/versions.ts';
import type { SeenEnvironment } from './find-environment.ts';
import type { Specifier } from './find-specifiers.ts';
import type { Found } from './found.ts';
import { mainPackage, type KnownPackage, type KnownProject } from './projects.ts';
import type { Issue } from './read-issue-json.ts';

/** Maximum number of specifiers quoted in a note. */
const MAX_SPECIFIERS = 4;

const MAX_VERSION_LENGTH = 40;

/** A range without versions for the project's package and for each package with a specifier; the notes hold what was read. */
export function findAffected(
  project: KnownProject,
  issue: Issue | undefined,
  environment: SeenEnvironment,
  specifiers: readonly Specifier[],
): Found<AffectedRange>[] {
  const main = mainPackage(project);
  const packages = new Set<KnownPackage>(main ? [main] : []);
  for (const { of } of specifiers) packages.add(of);
  return [...packages].map((of) => {
    const own = specifiers.filter((specifier) => specifier.of === of);
    const milestone = of === main ? releaseOf(issue, of) : undefined;
    const seen = environment.packages.get(normalizeName(of.name));
    const notes = [
      ...(seen === undefined ? [] : [`seen with ${seen}`]),
      ...own.slice(0, MAX_SPECIFIERS).map(({ text, line }) => `line ${line} has ${text}`),
      ...(milestone === undefined ? [] : [`${milestone} is the milestone of the closed issue`]),
    ];
    return {
      value: {
        ecosystem: of.ecosystem,
        package: of.name,
        ...(milestone !== undefined && { fixed: milestone }),
      },
      isSure: false,
      note: notes.length > 0 ? notes.join('; ') : 'no versions were read',
    };
  });
}

/** The release that the milestone of a closed issue names; the milestone of an open issue may still change. */
function releaseOf(issue: Issue | undefined, { ecosystem }: KnownPackage): string | undefined {
  if (!issue || issue.isOpen || issue.isDeclined) return undefined;
  const version = (issue.milestone ?? '').split(/\s/).at(-1)?.replace(/^v/, '') ?? '';
  const isRelease =
    version.includes('.') && version.length <= MAX_VERSION_LENGTH && isVersion(ecosystem, version);
  return isRelease ? version : undefined;
}
