import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { isPythonSpecifier } from '../../src/domain/versions/versions.ts';
import type { Build, Platform, Symptom } from '../../src/domain/vocabulary.ts';

/** A research note from which an article is written. */
interface Note {
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

/** Reads every note of a folder as the index entry of its article; the file name serves as id and slug. */
export function readNotes(folder: string): IndexEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const note = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Note;
      return toEntry(name.replace(/\.json$/, ''), note);
    });
}

function toEntry(key: string, note: Note): IndexEntry {
  const { range } = note.python;
  return {
    id: key,
    slug: key,
    project: note.project,
    component: note.component ?? '',
    title: note.title,
    symptom: note.symptom,
    platforms: note.platforms,
    python: isPythonSpecifier(range) ? range : '>=3.8',
    builds: note.python.builds,
    affected: note.affected.map(({ ecosystem, package: name, introduced, fixed }) => ({
      ecosystem: ecosystem === 'crates.io' ? ('crates.io' as const) : ('PyPI' as const),
      package: name,
      introduced: introduced ?? undefined,
      fixed: fixed ?? undefined,
    })),
    signatures: note.error_messages,
    messages: note.error_messages,
    text: [
      note.root_cause,
      note.resolution,
      ...note.workarounds,
      note.how_to_confirm,
      note.reproducer_idea,
    ].join('\n'),
    lookAlikes: note.look_alikes.join('\n'),
  };
}
