import { Document, isMap, isScalar, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import type { DraftFacts } from './draft-facts.ts';
import { commentOf, type Found } from './found.ts';

/** Facts that are assigned, not read. */
export interface Assigned {
  id: string;
  /** Date of the draft: `2026-11-21`. */
  today: string;
}

const HEADER = `> Drafted from SOURCE.md beside this file, which stays on this machine. "read" names the place of a fact in it.
> Only what the source states beyond doubt was read. Replace every value marked "check" and delete its comment.
> Lines that begin with #> are for you, too: delete them when you have finished.`;

/** A draft has no `verified`: only what was run may be there. */
const VERIFIED = `> verified: { on: 2026-11-21, platform: linux-x86_64, python: "3.12.8", broken: "demo 1.0", fixed: "demo 1.1" }
> (what you ran yourself; leave it out if you did not)`;

/** Keys of entries whose values are words of a vocabulary or names. */
const WORD_KEYS = new Set(['ecosystem', 'kind', 'state', 'package']);

/** Formats the facts of a draft as YAML, each with its evidence as a comment. */
export function formatFrontMatter(facts: DraftFacts, { id, today }: Assigned): string {
  const document = new Document(new YAMLMap());
  const map = document.contents as unknown as YAMLMap;
  const add = (key: string, value: Node, comment?: string, above?: string) => {
    const name = new Scalar(key);
    if (above !== undefined) name.commentBefore = above;
    if (comment !== undefined) value.comment = ` ${comment}`;
    map.items.push(document.createPair(name, value) as never);
  };
  const single = (key: string, found: Found<unknown> | undefined) => {
    if (!found) return;
    const value = document.createNode(found.value) as Node;
    styleTexts(value);
    if (value instanceof YAMLSeq) value.flow = true;
    add(key, value, commentOf(found));
  };
  const list = (key: string, found: readonly Found<unknown>[], comment?: string) => {
    const items = new YAMLSeq();
    items.flow = found.length === 0;
    for (const one of found) {
      const item = document.createNode(one.value) as Node;
      styleTexts(item);
      const evidence = commentOf(one);
      if (evidence !== undefined) item.comment = ` ${evidence}`;
      items.items.push(item);
    }
    add(key, items, found.length === 0 ? comment : undefined);
  };

  add('id', new Scalar(id));
  single('title', facts.title);
  single('summary', facts.summary);
  single('fix', facts.fix);
  single('cause', facts.cause);
  single('project', facts.project);
  single('component', facts.component);
  single('symptom', facts.symptom);
  single('platforms', facts.platforms);
  single('python', facts.python);
  single('builds', facts.builds);
  single('status', facts.status);
  list('affected', facts.affected, facts.project.isSure ? undefined : 'check');
  list('seen_in', facts.seen_in);
  list('signatures', facts.signatures);
  list('upstream', facts.upstream);
  add('published', plain(today), undefined, VERIFIED);
  add('updated', plain(today));
  list('aliases', []);
  list('related', facts.related);
  document.commentBefore = HEADER;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  // Lists without a space inside the brackets, as in the other articles.
  return text.replace(/^([a-z]+): \[ ([\w, -]+) \]/gm, '$1: [$2]');
}

function plain(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = 'PLAIN';
  return scalar;
}

/** Quotes texts, so that no `: ` or `#` in them is YAML and `3.10` is not a number; words stay plain. */
function styleTexts(node: Node): void {
  if (isScalar(node) && typeof node.value === 'string') {
    node.type = /^[a-z][\w-]*$/.test(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
  }
  if (!isMap(node)) return;
  node.flow = true;
  for (const { key, value } of node.items) {
    if (!isScalar(value) || typeof value.value !== 'string') continue;
    const isWord = isScalar(key) && WORD_KEYS.has(String(key.value));
    value.type = isWord && /^[\w.-]+$/.test(value.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
  }
}
