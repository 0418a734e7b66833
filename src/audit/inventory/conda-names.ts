import { normalizeName } from '../../domain/versions/package-name.ts';

/**
 * Names on PyPI by the normalized names of conda packages, where they differ; only packages that articles name. A name that
 * both have is taken for the same project.
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

/** Returns the name on PyPI of a conda package. */
export function pypiName(condaName: string): string {
  return PYPI_NAMES.get(normalizeName(condaName)) ?? condaName;
}
