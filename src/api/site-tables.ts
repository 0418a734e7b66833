import { oncePerLibrary } from '../site/once-per-library.ts';
import { serveTables } from './table-files.ts';

/** Returns the tables of the site. */
export const tableFiles = oncePerLibrary(({ tables }) => serveTables(tables));
