import { trackerItem } from '../../domain/upstream/tracker-address.ts';
import { atLine, type Found } from './found.ts';
import { PYTHON, type KnownProject, type Names } from '../versions/known-project.ts';
import type { Reading } from '../reading/reading.ts';

const WORD = /[A-Za-z][\w]{0,60}(?:[.-][A-Za-z]\w{0,60}){0,4}/g;

/** `cython/cython` in an address or as such; mirrors keep the name and change the owner. */
const PATH = /(?<![\w.-])[\w.-]{1,60}(?:\/{1,2}[\w.-]{1,60}){1,10}/g;

/** Names inside what programs print. */
const TRACES: readonly (readonly [string, RegExp])[] = [
  ['cython', /__pyx_|\.pyx[:"]|Cython\/|_cython_\d/],
  ['pyo3', /pyo3_runtime|pyo3::|pyo3-ffi|pyo3-build-config/],
  ['numba', /numba\.core|numba\/core|numba\.(?:typed|np|cuda)|TypingError|__excinfo_unwrap/],
  ['llvmlite', /llvmlite\/|LLVM_CONFIG/],
  ['pybind11', /pybind11::|pybind11\/|PYBIND11_/],
  ['nanobind', /nanobind::|nanobind: |NB_MODULE/],
  ['maturin', /maturin failed|maturin (?:build|develop)/],
  ['numpy', /numpy\.core\.multiarray|numpy\/core|numpy\._core|_multiarray_umath|PyArray_|npy_/],
  ['scipy', /scipy\/|scipy\._lib/],
  ['meson-python', /mesonpy|meson-python/],
  ['cffi', /_cffi_backend/],
  ['swig', /SWIG_|swig\/python/],
  ['greenlet', /greenlet\/|g_switchstack/],
  ['openmp', /OMP: Error|libiomp5|__kmp/],
  ['openblas', /OpenBLAS (?:blas|warning|Warning)|openblas_/],
  ['setuptools', /setuptools\/|pkg_resources/],
];

const TITLE_FIRST = 8;
const TITLE_LATER = 4;
const PRINTED_IN_TITLE = 10;
const OWN_REPOSITORY = 12;
const NAMED_REPOSITORY = 6;
const PROSE = 0.5;
const MAX_OF_PROSE = 5;
const TRACE = 2;

interface Vote {
  weight: number;
  prose: number;
  read: string;
}

/**
 * The project whose fault it is.
 *
 * @returns also the known project, `undefined` where the repository of the issue is none of ours
 */
export function findProject(
  { lines, code, clutter, source, title }: Reading,
  names: Names,
): { found: Found<string>; project: KnownProject | undefined } {
  const votes = new Map<string, Vote>();
  const vote = (id: string, weight: number, read: string, isProse = false) => {
    const known = votes.get(id) ?? { weight: 0, prose: 0, read };
    if (isProse && known.prose >= MAX_OF_PROSE) return;
    known.weight += weight;
    if (isProse) known.prose += weight;
    votes.set(id, known);
  };
  const idOf = (word: string) => {
    const meaning = names.meaning(word);
    return meaning === PYTHON || meaning === undefined ? undefined : meaning.project.id;
  };
  const isKnown = (id: string) => names.projects.some((project) => project.id === id);
  const issue = source.issue && trackerItem(source.issue.url);
  const repository = issue && `${issue.owner}/${issue.repo}`.toLowerCase();
  const own = names.projects.find((project) => project.repository === repository);
  if (own) vote(own.id, OWN_REPOSITORY, 'url');

  if (title !== undefined) {
    // The owner of `PyO3/maturin` is not the project.
    const words = [...title.matchAll(WORD)].filter(
      ({ 0: word, index }) => title[index + word.length] !== '/',
    );
    const ids = new Set(words.map(([word]) => idOf(word)).filter(Boolean));
    [...ids].forEach((id, at) => vote(id ?? '', at === 0 ? TITLE_FIRST : TITLE_LATER, 'title'));
    for (const [id, pattern] of TRACES) {
      if (pattern.test(title) && isKnown(id)) vote(id, PRINTED_IN_TITLE, 'title');
    }
  }
  const named = [
    ...(title === undefined ? [] : [{ number: 0, text: title }]),
    ...clutter,
    ...lines,
  ];
  const seen = new Set<string>();
  for (const { number, text } of named) {
    for (const [path] of text.matchAll(PATH)) {
      const found = repositoryOf(path, names);
      if (!found || seen.has(found)) continue;
      seen.add(found);
      vote(found, NAMED_REPOSITORY, number === 0 ? 'title' : atLine(number));
    }
  }
  for (const { text, number, role } of lines) {
    if (role === 'look-alikes' || role === 'links' || role === 'environment') continue;
    const ids = new Set([...text.matchAll(WORD)].map(([word]) => idOf(word)));
    for (const id of ids) if (id !== undefined) vote(id, PROSE, atLine(number), true);
  }
  for (const { text, from } of code) {
    for (const [id, pattern] of TRACES) {
      if (pattern.test(text) && isKnown(id)) {
        vote(id, TRACE, atLine(from));
      }
    }
  }
  return decide(votes, own, repository, names);
}

function repositoryOf(path: string, names: Names): string | undefined {
  const parts = path
    .toLowerCase()
    .replace(/\.git$/, '')
    .split(/\/+/);
  const at = (test: (repository: string, index: number) => boolean) =>
    names.projects.find(({ repository }) =>
      parts.some((_, index) => repository !== undefined && test(repository, index)),
    )?.id;
  if (path.startsWith('bugs.python.org/')) return 'cpython';
  return (
    at((repository, index) => repository === `${parts[index]}/${parts[index + 1]}`) ??
    // `gh_mirrors/cy/cython`
    at((repository, index) => index > 0 && repository.split('/')[1] === parts[index])
  );
}

function decide(
  votes: ReadonlyMap<string, Vote>,
  own: KnownProject | undefined,
  repository: string | undefined,
  names: Names,
): { found: Found<string>; project: KnownProject | undefined } {
  const [first, second] = [...votes].sort(([, a], [, b]) => b.weight - a.weight);
  const projectOf = (id: string) => names.projects.find((project) => project.id === id);
  if (first) {
    const [id, { weight, read }] = first;
    const isClear = weight >= TITLE_LATER && weight >= 1.3 * (second?.[1].weight ?? 0);
    const isSure = isClear && (own !== undefined || repository === undefined);
    const note = isSure ? undefined : second ? `or ${second[0]}` : undefined;
    return {
      found: { value: id, read, isSure, ...(note !== undefined && { note }) },
      project: projectOf(id),
    };
  }
  const python = projectOf('cpython') ?? names.projects[0];
  return {
    found: {
      value: python?.id ?? 'cpython',
      isSure: false,
      note:
        repository === undefined
          ? 'the source names no project of content/projects/'
          : `${repository} is no project of content/projects/`,
    },
    project: python,
  };
}
