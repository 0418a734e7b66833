import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import type { UpstreamLink } from '../domain/facts/facts.ts';
import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import { trackerItem } from '../domain/upstream/tracker-address.ts';
import { platforms, symptoms, type Status } from '../domain/vocabulary.ts';
import { withGiven, type DraftFacts, type GivenFacts } from './draft-facts.ts';
import { findAffected } from './find-affected.ts';
import { findCode, type CodeBlock } from './find-code.ts';
import { findEnvironment, type SeenEnvironment } from './find-environment.ts';
import { findSignatures } from './find-signatures.ts';
import { findSpecifiers } from './find-specifiers.ts';
import { findTitle } from './find-title.ts';
import { findUpstream } from './find-upstream.ts';
import type { Found } from './found.ts';
import { textEnd } from './page-tail.ts';
import { projectNamedIn, type KnownProject } from './projects.ts';
import type { Issue } from './read-issue-json.ts';
import type { Source } from './read-source.ts';

/** A source taken apart. */
export interface Extracted {
  facts: DraftFacts;
  code: CodeBlock[];
  /** Title and text without the advertisements of its page, for comparing it with articles. */
  title: string;
  text: string;
}

const NOT_READ = 'not read from the source';

/** `component: numpy.f2py`, `area/free-threading`. */
const COMPONENT_LABEL = /^(?:component|area|module|topic|comp|c|a)\s?[:/-]\s?(.{2,60})$/i;

/**
 * Reads the facts that a source states beyond doubt. Every other fact is a valid placeholder for the writer to replace.
 *
 * @param source `undefined` to draft from nothing
 */
export function extractFacts(
  source: Source | undefined,
  projects: readonly KnownProject[],
  given: GivenFacts,
): Extracted {
  const all = source?.lines ?? [];
  const lines = all.slice(0, textEnd(all));
  const code = findCode(lines);
  const numbered = lines.map((text, index) => ({ number: index + 1, text }));
  const prose = numbered.filter(
    ({ number }) => !code.some(({ from, to }) => from <= number && number <= to),
  );
  const issue = source?.issue;
  const title = findTitle(source, prose);
  const upstream = findUpstream(numbered, issue);
  const { found: project, project: known } = findProject(title.value, upstream, projects, given);
  const environment = findEnvironment(code, prose);
  const affected = known
    ? findAffected(known, issue, environment, findSpecifiers(numbered, projects))
    : [];
  const component = issue?.labels.map((label) => COMPONENT_LABEL.exec(label)?.[1]).find(Boolean);
  const facts: DraftFacts = {
    title,
    summary: {
      value: `${DRAFT_MARK}: what the reader sees, why, and the fix, in one or two sentences.`,
      isSure: false,
    },
    fix: {
      value: { text: `${DRAFT_MARK}: what to do, in one sentence with exact versions.` },
      isSure: false,
    },
    cause: {
      value: affected.length > 0 ? 'defect' : 'environment',
      read: NOT_READ,
      isSure: false,
    },
    project,
    ...(component !== undefined && {
      component: { value: component.trim(), read: 'label', isSure: true },
    }),
    symptom: { value: symptoms[0], isSure: false, note: NOT_READ },
    ...environmentFacts(environment, numbered),
    status: statusOf(issue, affected),
    affected,
    seen_in: [],
    signatures: findSignatures(code, prose),
    upstream: upstream.length > 0 ? upstream : [placeholderLink(known)],
    related: [],
  };
  return {
    facts: withGiven(facts, given),
    code,
    title: title.value,
    text: lines.join('\n'),
  };
}

/** The project whose tracker has the issue; else, to be checked, the one that the title names or whose tracker is cited. */
function findProject(
  title: string,
  upstream: readonly Found<UpstreamLink>[],
  projects: readonly KnownProject[],
  given: GivenFacts,
): { found: Found<string>; project: KnownProject | undefined } {
  const sure = projects.find(({ id }) => id === given.project);
  if (sure) return { found: { value: sure.id, isSure: true }, project: sure };
  const tracked = upstream.map(({ value: { url } }) => {
    const item = trackerItem(url);
    const repository = item && `${item.owner}/${item.repo}`.toLowerCase();
    return projects.find((project) => project.repository === repository && repository);
  });
  if (tracked[0] && upstream[0]?.isSure) {
    return { found: { value: tracked[0].id, read: 'url', isSure: true }, project: tracked[0] };
  }
  const named = projectNamedIn(projects, title);
  const project = named ?? tracked.find(Boolean);
  const read = named ? 'title' : upstream[tracked.findIndex(Boolean)]?.read;
  if (project && read !== undefined)
    return { found: { value: project.id, read, isSure: false }, project };
  const note = 'no project of content/projects/ was read';
  return {
    found: { value: 'cpython', isSure: false, note },
    project: undefined,
  };
}

/** Observed values; whether other versions, platforms and builds have the fault is for the writer to find out. */
function environmentFacts(
  { python, platform, build }: SeenEnvironment,
  lines: readonly { number: number; text: string }[],
): Pick<DraftFacts, 'platforms' | 'python' | 'builds'> {
  const line = python && lines.find(({ text }) => text.includes(python));
  const read = line ? { read: `line ${line.number}` } : {};
  const [series] = /^3\.\d{1,2}/.exec(python ?? '') ?? [];
  const seen = <T>(value: T, what: string) => ({
    value,
    isSure: false,
    note: `seen with ${what}; with which others?`,
  });
  const blank = <T>(value: T) => ({ value, isSure: false, note: NOT_READ });
  return {
    platforms: platform ? seen([platform], platform) : blank([...platforms]),
    python:
      python !== undefined && series
        ? { ...seen(`==${series}.*`, python), ...read }
        : blank('>=3.8'),
    builds: build ? seen([build], build) : blank(['gil']),
  };
}

function statusOf(
  issue: Issue | undefined,
  affected: readonly Found<AffectedRange>[],
): Found<Status> {
  if (issue?.isOpen) return { value: 'open', read: 'state', isSure: true };
  if (issue?.isDeclined) {
    return { value: 'by-design', read: 'state', isSure: false, note: 'closed as not planned' };
  }
  if (affected.some(({ value }) => value.fixed !== undefined))
    return { value: 'fixed', isSure: false };
  return issue
    ? { value: 'open', read: 'state', isSure: false, note: 'closed; which release has the fix?' }
    : { value: 'open', isSure: false, note: NOT_READ };
}

function placeholderLink(project: KnownProject | undefined): Found<UpstreamLink> {
  const url = project?.report ?? 'https://github.com/python/cpython/issues';
  return {
    value: { kind: 'issue', url },
    isSure: false,
    note: 'no address was read; put that of the report here',
  };
}
