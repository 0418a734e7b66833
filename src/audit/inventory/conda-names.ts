import { normalizeName } from '../../domain/versions/package-name.ts';

/**
 * Packages of conda channels whose project has another name on PyPI, by their normalized names: those in which faults
 * are met. A name that is the same on both sides is taken for the same project.
 */
const PYPI_NAMES: ReadonlyMap<string, string> = new Map([
  ['brotli-python', 'brotli'],
  ['cupy-core', 'cupy'],
  ['dask-core', 'dask'],
  ['matplotlib-base', 'matplotlib'],
  ['msgpack-python', 'msgpack'],
  ['numpy-base', 'numpy'],
  ['polars-default', 'polars'],
  ['py-opencv', 'opencv-python'],
  ['py-xgboost', 'xgboost'],
  ['pyarrow-core', 'pyarrow'],
  ['pyqt', 'pyqt5'],
  ['pytables', 'tables'],
  ['python-blosc2', 'blosc2'],
  ['python-duckdb', 'duckdb'],
  ['python-xxhash', 'xxhash'],
  ['pytorch', 'torch'],
  ['pytorch-cpu', 'torch'],
  ['tensorflow-base', 'tensorflow'],
]);

/** The name on PyPI of a package of a conda channel. */
export function pypiName(condaName: string): string {
  return PYPI_NAMES.get(normalizeName(condaName)) ?? condaName;
}
