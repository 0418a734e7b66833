import { readEnvironment } from '../../diagnosis/read-environment.ts';
import { readPaste } from '../../diagnosis/clean/read-paste.ts';
import type { AffectedRange, Facts, UpstreamLink } from '../../domain/facts/facts.ts';
import { DRAFT_MARK } from '../../domain/facts/draft-markers.ts';
import type { Build, Platform, Status, Symptom } from '../../domain/vocabulary.ts';
import { findAffected } from './find-affected.ts';
import { findBuilds } from './find-builds.ts';
import { findComponent } from './find-component.ts';
import { findLinks } from './find-links.ts';
import { findMessages } from './find-messages.ts';
import { findPlatforms } from './find-platforms.ts';
import { findProject } from './find-project.ts';
import { findPython } from './find-python.ts';
import { findSeenIn } from './find-seen-in.ts';
import { findStatus } from './find-status.ts';
import { findSymptom } from './find-symptom.ts';
import type { Found } from './found.ts';
import type { Names } from '../versions/known-project.ts';
import type { Reading } from '../reading/reading.ts';
import { cutTo } from '../reading/trim.ts';
import { claimsOf } from '../versions/version-claims.ts';

/** The facts of a draft, each with where it was read. */
export interface DraftFacts {
  title: Found<string>;
  summary: Found<string>;
  project: Found<string>;
  component?: Found<string>;
  symptom: Found<Symptom>;
  platforms: Found<Platform[]>;
  python: Found<string>;
  builds: Found<Build[]>;
  status: Found<Status>;
  affected: Found<AffectedRange>[];
  seen_in: Found<string>[];
  signatures: Found<string>[];
  upstream: Found<UpstreamLink>[];
  related: Found<string>[];
}

/** What the writer gave; it is not looked for. */
export type Given = Partial<
  Pick<
    Facts,
    | 'title'
    | 'summary'
    | 'project'
    | 'component'
    | 'symptom'
    | 'platforms'
    | 'python'
    | 'builds'
    | 'status'
  > & {
    affected: AffectedRange[];
    seen_in: string[];
    signatures: string[];
    upstream: UpstreamLink[];
  }
>;

const TITLE_LENGTH = 90;

/**
 * Reads every fact out of a source; what is not there gets a valid placeholder that says so.
 *
 * @param given id of the project, where the writer knows it: whose versions and whose tracker are meant follows from it
 */
export function readFacts(reading: Reading, names: Names, given?: string): DraftFacts {
  const own = names.projects.find(({ id }) => id === given);
  const { found: project, project: known } = own
    ? { found: { value: own.id, isSure: true }, project: own }
    : findProject(reading, names);
  const environment = environmentOf(reading);
  const claims = claimsOf(reading, names);
  const isPython = known?.id === 'cpython';
  const builds = findBuilds(reading, environment.build);
  const python = findPython(
    claims,
    isPython,
    environment.python,
    builds.value.includes('free-threaded'),
  );
  const affected = findAffected(
    claims,
    known,
    milestoneOf(reading),
    reading.source.issue?.isOpen ?? false,
    names,
  );
  const component = findComponent(reading);
  const signatures = findMessages(reading);
  return {
    title: titleOf(reading, known?.id, signatures[0]?.value),
    summary: {
      value: `${DRAFT_MARK}: what one sees, why, and the way out, in one or two sentences.`,
      isSure: false,
    },
    project,
    ...(component && { component }),
    symptom: findSymptom(reading),
    platforms: findPlatforms(reading, environment.platform),
    python,
    builds,
    status: findStatus(reading, affected, python.value.includes('<')),
    affected,
    seen_in: findSeenIn(reading, known, names),
    signatures,
    upstream: findLinks(reading, known),
    related: [],
  };
}

/** What the output in a source betrays of the machine it comes from. */
function environmentOf({ lines, code }: Reading) {
  const said = lines
    .filter(({ role }) => role === 'environment')
    .map(({ text, heading }) => `${heading ?? ''}: ${text}`);
  const printed = code.filter(
    ({ language }) => language === 'message' || language === 'console' || language === 'text',
  );
  return readEnvironment(readPaste([...said, ...printed.map(({ text }) => text)].join('\n')).lines);
}

/** The release of a closed issue's milestone; what an open one is planned for may still change. */
function milestoneOf({ source: { issue } }: Reading): string | undefined {
  const isDone = issue && !issue.isOpen && !issue.isDeclined;
  return isDone && /\d\.\d/.test(issue.milestone ?? '') ? issue.milestone : undefined;
}

function titleOf(
  { title, titleRead, isChinese }: Reading,
  project: string | undefined,
  message: string | undefined,
): Found<string> {
  if (title === undefined || title === '') {
    const value =
      message === undefined ? `${DRAFT_MARK}: a fault of ${project ?? 'a project'}` : message;
    return { value: cutTo(value, TITLE_LENGTH), isSure: false, note: 'the source has no title' };
  }
  const read = titleRead ?? 'title';
  if (/[\u3400-\u9fff]/.test(title)) {
    return { value: cutTo(title, TITLE_LENGTH), read, isSure: false, note: 'put it into English' };
  }
  const isWhole = title.length <= TITLE_LENGTH && !isChinese;
  return {
    value: cutTo(title, TITLE_LENGTH),
    read,
    isSure: isWhole,
    ...(!isWhole && { note: 'cut' }),
  };
}

/** The facts with what the writer gave in place of what was read. */
export function withGiven(facts: DraftFacts, given: Given): DraftFacts {
  const sure = <T>(value: T): Found<T> => ({ value, isSure: true });
  const result: DraftFacts = { ...facts };
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    Object.assign(result, {
      [field]: isListed(field) ? (value as unknown[]).map(sure) : sure(value),
    });
  }
  return result;
}

const LISTED = new Set(['affected', 'seen_in', 'signatures', 'upstream', 'related']);

/** True for a field whose items were each read somewhere. */
export const isListed = (field: string) => LISTED.has(field);

/** Fields with at least one value that the writer has to look at, in the order of the facts. */
export function unsureFields(facts: DraftFacts): string[] {
  // No ranges at all are right only for Python itself.
  const isRangeless = facts.affected.length === 0 && !facts.project.isSure;
  return Object.entries(facts).flatMap(
    ([field, found]: [string, Found<unknown> | Found<unknown>[]]) => {
      const all = Array.isArray(found) ? found : [found];
      const isOpen = all.some(
        ({ isSure, value }) => !isSure || JSON.stringify(value).includes(DRAFT_MARK),
      );
      return isOpen || (field === 'affected' && isRangeless) ? [field] : [];
    },
  );
}

/** The values alone, as the front matter holds them. */
export function valuesOf(facts: DraftFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([field, found]: [string, Found<unknown> | Found<unknown>[]]) => [
      field,
      Array.isArray(found) ? found.map(({ value }) => value) : found.value,
    ]),
  );
}
