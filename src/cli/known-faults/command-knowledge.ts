import { auditFaults, type AuditFault } from '../../audit/audit-fault.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { buildKnowledge } from '../../api/build-knowledge.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { readLibrary } from '../../content/read/read-library.ts';

/** What the command knows; in a clone made from the articles, in the published package a file. */
export interface CommandKnowledge extends PublishedKnowledge {
  /** What an audit looks for. */
  faults: readonly AuditFault[];
}

/**
 * What the command knows, made from the articles of this clone.
 *
 * @param root folder of the clone
 * @param site where the articles can be read
 */
export async function loadCommandKnowledge(root: string, site: string): Promise<CommandKnowledge> {
  const { articles } = await readLibrary(root);
  const faults = auditFaults(articles.map(({ slug, facts }) => ({ ...facts, slug })));
  return { ...buildKnowledge(articles, defaultLocale), faults, site };
}
