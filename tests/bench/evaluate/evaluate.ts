/**
 * Prints how well the diagnosis recognizes output of programs, and the search finds the article that answers a question.
 *
 *   npm run evaluate [-- [--pastes FILE] [--every N] [--misses]]
 *
 * --pastes FILE   also measures the output in FILE: JSON Lines {"slugs", "kind", "text"}, no slugs for an unknown error
 * --every N       measures the diagnosis on every Nth sample only
 * --misses        lists what is not found, of the development half only
 */
import { parseArgs } from 'node:util';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { root } from '../../support/root.ts';
import { evaluateDiagnosis } from './diagnosis.ts';
import { evaluateSearch } from './search.ts';

const { values } = parseArgs({
  options: {
    pastes: { type: 'string' },
    every: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
  },
});
const library = await readLibrary(root);
evaluateDiagnosis(library, {
  every: Number(values.every),
  showsMisses: values.misses,
  ...(values.pastes !== undefined && { pastes: values.pastes }),
});
evaluateSearch(library.articles, values.misses);
