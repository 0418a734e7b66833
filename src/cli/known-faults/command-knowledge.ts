import { auditFaults, type AuditFault } from '../../audit/audit-fault.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import { buildKnowledge, faultCards } from '../../api/build-knowledge.ts';
import {
  KNOWLEDGE_VERSION,
  type Knowledge,
  type PublishedKnowledge,
} from '../../api/published-knowledge.ts';
import { readLibrary } from '../../content/read/read-library.ts';

/** Everything that the commands of `known-faults` answer from. */
export interface CommandKnowledge extends PublishedKnowledge {
  /** Faults that `audit` looks for. */
  faults: readonly AuditFault[];
}

/**
 * Builds the knowledge from the articles of a clone; the parts that take time when they are used, since an audit needs
 * neither the index of the diagnosis nor the documents of the search.
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
  let knowledge: Knowledge | undefined;
  const built = () => (knowledge ??= buildKnowledge(library, locale));
  return {
    version: KNOWLEDGE_VERSION,
    language: locale,
    cards: faultCards(library.articles, locale),
    get index() {
      return built().index;
    },
    get documents() {
      return built().documents;
    },
    get tables() {
      return built().tables;
    },
    get formerMessages() {
      return built().formerMessages;
    },
    faults,
    site,
  };
}
