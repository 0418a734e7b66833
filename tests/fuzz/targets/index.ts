import type { Target } from '../target.ts';
import { address } from './address.ts';
import { article } from './article.ts';
import { draft } from './draft.ts';
import { frontMatter } from './front-matter.ts';
import { inventory } from './inventory.ts';
import { issue } from './issue.ts';
import { paste } from './paste.ts';

/** Everything that is fuzzed, in the order of the table. */
export const targets = [
  address,
  article,
  draft,
  frontMatter,
  inventory,
  issue,
  paste,
] as readonly Target[];
