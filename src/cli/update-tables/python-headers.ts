import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HeaderRelease } from './api-changes.ts';
import { readHeaders } from './read-headers.ts';

/** Headers that Python.h includes, that need a header of another project, or that a single platform has. */
const NOT_INCLUDED = new Set([
  ...['Python.h', 'py_curses.h', 'pyexpat.h', 'pydtrace.h', 'dynamic_annotations.h'],
  ...['pymacconfig.h', 'exports.h', 'bitset.h', 'metagrammar.h', 'parsetok.h'],
  ...['pgen.h', 'pgenheaders.h', 'pymactoolbox.h'],
]);

/** Headers of CPython's parser and compiler, whose names say nothing of Python: `node.h` is Node's, too. */
const GENERIC_HEADER = /^(?!.*(?:py|obj|longintrepr|graminit|ucnhash))/i;

/** Names of Python's C API. Headers also define names of opcodes, of tokens and of the platform. */
const API_NAME = /^_?P[yY]/;

/**
 * Guards of headers, documentation of methods, initialization of modules, and the names that Python 2 gave to functions by
 * the width of its characters.
 */
const OWN_NAME = /_H$|__doc__$|^PyInit_|^PyUnicodeUCS\d/;

const GRAMMAR_HEADERS = new Set(['Python-ast.h', 'graminit.h', 'grammar.h', 'bitset.h', 'asdl.h']);

/** Declarations in the headers of one release of CPython. */
export interface PythonHeaders extends HeaderRelease {
  /** Releases since which names are deprecated. */
  deprecated: ReadonlyMap<string, string>;
  /** Headers in `internal/` that have the names, by name. */
  internal: ReadonlyMap<string, string>;
}

/** Reads the headers of one release: a folder that has `Python.h`. */
export async function readPythonHeaders(folder: string, version: string): Promise<PythonHeaders> {
  const headers = (await readdir(folder)).filter((file) => file.endsWith('.h')).sort();
  const included = ['Python.h', ...headers.filter((header) => !NOT_INCLUDED.has(header))];
  const source = included.map((header) => `#include <${header}>\n`).join('');
  const declarations = await readHeaders(
    source,
    [folder],
    (file) => file.startsWith(`${folder}/`) && !GRAMMAR_HEADERS.has(path.basename(file)),
  );
  return {
    version,
    declarations: declarations.filter(
      ({ name, struct }) => API_NAME.test(struct ?? name) && !OWN_NAME.test(name),
    ),
    headers: headers.filter((header) => !GENERIC_HEADER.test(header)),
    deprecated: findDeprecated(await readTexts(folder, 'cpython')),
    internal: await readInternalNames(path.join(folder, 'internal')),
  };
}

/** Reads the headers of a folder, and of one below it, by name. */
async function readTexts(folder: string, subfolder = ''): Promise<string[]> {
  const folders = subfolder === '' ? [folder] : [folder, path.join(folder, subfolder)];
  const files = await Promise.all(
    folders.map(async (place) =>
      (await readdir(place).catch(() => []))
        .filter((file) => file.endsWith('.h'))
        .sort()
        .map((file) => path.join(place, file)),
    ),
  );
  return Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
}

const DEPRECATED = /Py_DEPRECATED\((\d\.\d+)\)/;

const EXPORTED = /PyAPI_(?:FUNC|DATA)\([^()]*\)\s*(\w+)/;

/** Returns the release since which each name is deprecated, as the texts of headers say. */
export function findDeprecated(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of texts.flatMap((text) => text.split(';'))) {
    const version = DEPRECATED.exec(statement)?.[1];
    const name = EXPORTED.exec(statement)?.[1] ?? inlineName(statement);
    if (version !== undefined && name !== undefined) found.set(name, version);
  }
  return found;
}

/** Returns the name of the inline function that a statement defines. */
function inlineName(statement: string): string | undefined {
  const start = statement.indexOf('static inline');
  if (start < 0) return undefined;
  return statement.slice(start, statement.indexOf('(', start)).split(/\W+/).at(-1);
}

const DECLARED = /\b(_?P[yY]\w+)(?:\s*\(|;|\[)|#\s*define\s+(_?P[yY]\w+)/g;

/** A line that declares something rather than uses it. */
const DECLARATION = /^\s*(?:extern|PyAPI_|static inline|#\s*define|typedef)|^_?Py\w+\(/;

/** Maps names to the header of `internal/` that declares them. */
async function readInternalNames(folder: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const file of (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.h'))
    .sort()) {
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const line of text.split('\n').filter((candidate) => DECLARATION.test(candidate))) {
      for (const [, declared, defined] of line.matchAll(DECLARED)) {
        const name = defined ?? declared ?? '';
        if (!names.has(name)) names.set(name, `internal/${file}`);
      }
    }
  }
  return names;
}
