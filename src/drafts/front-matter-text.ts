import { Document, isMap, isScalar, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import type { DraftFacts } from './facts/draft-facts.ts';
import { commentOf, type Found } from './facts/found.ts';

/** What is written once into a draft and not read from any source. */
export interface Assigned {
  id: string;
  /** Day of the draft: `2026-11-21`. */
  today: string;
}

const HEADER = `> Drafted from SOURCE.md beside this file, which stays on this machine. "read" says where in it a fact was read;
> a fact marked "check" is for you to decide: put it right and take its comment away. Then write the text.
> Lines that begin with #> are for you, too: delete them when all is written.`;

/** What cannot be drafted: it must have been run. */
const VERIFIED = `> verified: { on: 2026-11-21, platform: linux-x86_64, python: "3.12.8", broken: "demo 1.0", fixed: "demo 1.1" }
> (what you ran yourself; leave it out if you did not)`;

/** The facts of a draft as YAML, each with a comment that says where it was read. */
export function frontMatterText(facts: DraftFacts, { id, today }: Assigned): string {
  const document = new Document(new YAMLMap());
  const map = document.contents as unknown as YAMLMap;
  const add = (key: string, value: Node, comment?: string, above?: string) => {
    const name = new Scalar(key);
    if (above !== undefined) name.commentBefore = above;
    if (comment !== undefined) value.comment = ` ${comment}`;
    map.items.push(document.createPair(name, value) as never);
  };
  const single = (key: string, found: Found<unknown>) => {
    const value = document.createNode(found.value) as Node;
    if (isScalar(value) && typeof value.value === 'string') value.type = styleOf(value.value);
    if (value instanceof YAMLSeq) value.flow = true;
    add(key, value, commentOf(found));
  };
  const list = (key: string, found: readonly Found<unknown>[], none?: string) => {
    if (found.length === 0) {
      const empty = new YAMLSeq();
      empty.flow = true;
      add(key, empty, none);
      return;
    }
    const items = new YAMLSeq();
    for (const one of found) {
      const item = document.createNode(one.value) as Node;
      quoteVersions(item);
      const comment = commentOf(one);
      if (comment !== undefined) item.comment = ` ${comment}`;
      items.items.push(item);
    }
    add(key, items);
  };

  add('id', new Scalar(id));
  single('title', facts.title);
  single('summary', facts.summary);
  single('project', facts.project);
  if (facts.component) single('component', facts.component);
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
  // Maps with a space inside, lists without, as the other articles have them.
  return text.replace(/^([a-z]+): \[ ([\w, -]+) \]/gm, '$1: [$2]');
}

function plain(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = 'PLAIN';
  return scalar;
}

/** Texts of one word stand plain, others between quotes, so that no `: ` or `#` in them is YAML. */
function styleOf(text: string): 'PLAIN' | 'QUOTE_DOUBLE' {
  return /^[a-z][\w-]*$/.test(text) ? 'PLAIN' : 'QUOTE_DOUBLE';
}

/** Versions and addresses are texts: unquoted, `3.10` would be the number 3.1. */
function quoteVersions(node: Node): void {
  if (isScalar(node) && typeof node.value === 'string') node.type = styleOf(node.value);
  if (!isMap(node)) return;
  node.flow = true;
  for (const { key, value } of node.items) {
    const isWord =
      isScalar(key) && ['ecosystem', 'kind', 'state', 'package'].includes(String(key.value));
    if (isScalar(value) && typeof value.value === 'string') {
      value.type = isWord && /^[\w.-]+$/.test(value.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    }
  }
}
