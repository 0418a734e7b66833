import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { isPythonSpecifier } from '../../src/domain/versions/versions.ts';
import type { Build, Platform, Symptom } from '../../src/domain/vocabulary.ts';

/** The research notes that articles are written from. */
interface Brief {
  slug: string;
  project: string;
  component?: string;
  title: string;
  symptom: Symptom;
  platforms: Platform[];
  python: { range: string; builds: Build[] };
  affected: {
    ecosystem: string;
    package: string;
    introduced: string | null;
    fixed: string | null;
  }[];
  error_messages: string[];
  root_cause: string;
  resolution: string;
  workarounds: string[];
  how_to_confirm: string;
  reproducer_idea: string;
  look_alikes: string[];
}

/** Every brief of a folder as the engine would get its article; the file's name stands for id and slug. */
export function readBriefs(folder: string): IndexEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const brief = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Brief;
      return toEntry(name.replace(/\.json$/, ''), brief);
    });
}

function toEntry(key: string, brief: Brief): IndexEntry {
  const { range } = brief.python;
  return {
    id: key,
    slug: key,
    project: brief.project,
    component: brief.component ?? '',
    title: brief.title,
    symptom: brief.symptom,
    platforms: brief.platforms,
    python: isPythonSpecifier(range) ? range : '>=3.8',
    builds: brief.python.builds,
    affected: brief.affected.map(({ ecosystem, package: name, introduced, fixed }) => ({
      ecosystem: ecosystem === 'crates.io' ? ('crates.io' as const) : ('PyPI' as const),
      package: name,
      introduced: introduced ?? undefined,
      fixed: fixed ?? undefined,
    })),
    signatures: brief.error_messages,
    messages: brief.error_messages,
    text: [
      brief.root_cause,
      brief.resolution,
      ...brief.workarounds,
      brief.how_to_confirm,
      brief.reproducer_idea,
    ].join('\n'),
    lookAlikes: brief.look_alikes.join('\n'),
  };
}
