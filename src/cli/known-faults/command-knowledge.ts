import { auditFaults, type AuditFault } from '../../audit/audit-fault.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import { buildKnowledge } from '../../api/build-knowledge.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { readLibrary } from '../../content/read/read-library.ts';

/** Everything that the commands of `known-faults` answer from. */
export interface CommandKnowledge extends PublishedKnowledge {
  /** Faults that `audit` looks for. */
  faults: readonly AuditFault[];
}

/**
 * Builds the knowledge from the articles of a clone.
 *
 * @param root folder of the clone
 * @param site address of the site with the articles
 */
export async function loadCommandKnowledge(
  root: string,
  site: string,
  locale: Locale = defaultLocale,
): Promise<CommandKnowledge> {
  const library = await readLibrary(root);
  const faults = auditFaults(library.articles.map(({ slug, facts }) => ({ ...facts, slug })));
  return { ...buildKnowledge(library, locale), faults, site };
}
