import path from 'node:path';

/** Folder of the project. */
export const root = path.resolve(import.meta.dirname, '../..');

/** A library of two articles about a made-up project. */
export const FIXTURE_LIBRARY = path.join(root, 'tests/fixtures/library');
