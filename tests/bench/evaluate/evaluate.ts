/**
 * Prints how well the search finds the article that answers a question.
 *
 *   npm run evaluate [-- --misses]
 *
 * --misses   lists the development questions whose article does not come first
 */
import { parseArgs } from 'node:util';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { root } from '../../support/root.ts';
import { evaluateSearch } from './search.ts';

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } } });
const { articles } = await readLibrary(root);
evaluateSearch(articles, values.misses);
