import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HeaderRelease } from './api-changes.ts';
import type { CDeclaration } from './c-declarations.ts';
import { readHeaders } from './read-headers.ts';

/** Headers that others include, and that refuse to be included by themselves, or that define names without a prefix. */
const NOT_INCLUDED =
  /^_|^(?:noprefix|old_defines|oldnumeric|npy_1_7_deprecated_api|npy_no_deprecated_api|npy_interrupt|experimental_dtype_api|npy_cpu|npy_2_compat)\.h$/;

/** Names of NumPy's API. Headers also define names that Python 2 had. */
const API_NAME =
  /^_?(?:NPY_|Npy|npy_|UFUNC_|NDARRAY_|Py(?:Array|UFunc|DataType|DataMem|Descr|TypeNum|BigArray))/;

/** Guards of headers, tags of structs, and what the compiler can do. */
const OWN_NAME = /_H_?$|_HEADER__$|_tag$|^NPY_(?:HAVE|GCC|USE)_/;

/** Declarations in the headers of one release of NumPy. */
export interface NumpyHeaders extends HeaderRelease {
  /** Headers that can be copied to projects, by the names that they give to older releases. */
  compat: ReadonlyMap<string, string>;
}

/**
 * Reads the headers of one release.
 *
 * @param wheel folder of an unpacked wheel
 * @param python folder with `Python.h`
 */
export async function readNumpyHeaders(
  wheel: string,
  version: string,
  python: string,
): Promise<NumpyHeaders> {
  const include = await includeFolder(wheel);
  const headers = (await readdir(path.join(include, 'numpy')))
    .filter((file) => file.endsWith('.h'))
    .sort();
  const included = headers.filter((header) => !NOT_INCLUDED.test(header));
  const source = ['Python.h', 'numpy/arrayobject.h', ...included.map((header) => `numpy/${header}`)]
    .map((header) => `#include <${header}>\n`)
    .join('');
  const declarations = await readHeaders(source, [include, python], (file) =>
    file.startsWith(`${include}/`),
  );
  const named = declarations.filter(
    ({ name, struct }) => API_NAME.test(struct ?? name) && !OWN_NAME.test(name),
  );
  return {
    version,
    declarations: [...named.map(withoutTable), ...(await readCythonTypes(wheel))],
    headers: headers.filter((header) => !header.startsWith('_')).map((header) => `numpy/${header}`),
    compat: new Map(
      named
        .map(({ name, file }) => [name, `numpy/${path.basename(file)}`] as const)
        .filter(([, header]) => header.startsWith('numpy/npy_2_')),
    ),
  };
}

/** File that `cimport numpy` reads. */
const CYTHON_FILE = 'numpy/__init__.cython-30.pxd';

/** Reads the types that only Cython knows: `int_t`. */
async function readCythonTypes(wheel: string): Promise<CDeclaration[]> {
  const text = await readFile(path.join(wheel, CYTHON_FILE), 'utf8');
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first === 'ctypedef')
    .flatMap((words) => {
      const name = words.at(-1) ?? '';
      return /^[a-z]+_t$/.test(name)
        ? [{ name, kind: 'type' as const, text: '', file: CYTHON_FILE }]
        : [];
    });
}

/** NumPy 2 has its headers in another folder. */
async function includeFolder(wheel: string): Promise<string> {
  const folder = path.join(wheel, 'numpy/_core/include');
  return access(path.join(folder, 'numpy')).then(
    () => folder,
    () => path.join(wheel, 'numpy/core/include'),
  );
}

const TABLE_ENTRY = /_API\[\d+\]\)$/;

const TABLE_FUNCTION = '(*)(';

/** Turns a macro that reads the table of NumPy's API into the function or the variable of that entry. */
export function withoutTable(declaration: CDeclaration): CDeclaration {
  const { kind, text } = declaration;
  if (kind !== 'macro' || !TABLE_ENTRY.test(text)) return declaration;
  const start = text.indexOf(TABLE_FUNCTION);
  if (start < 0) return { ...declaration, kind: 'variable', text: '' };
  const parameters = text.slice(start + TABLE_FUNCTION.length, text.lastIndexOf('))'));
  return { ...declaration, kind: 'function', text: parameters };
}
