/** The parts of `linux-64/numpy-2.1.3-py313h4bf6692_0.conda`. */
export interface CondaAddress {
  name: string;
  version: string;
  build: string;
  /** `linux-64`, or `noarch`. */
  subdir: string;
}

const FILE_NAME = /^([\w.-]{1,100})-([^-]{1,100})-([^-]{1,100})\.(?:conda|tar\.bz2)$/;

const MAX_LENGTH = 2_000;

/** Parses the URL or the path of a conda package, possibly with a digest behind `#`; `undefined` for any other text. */
export function parseCondaAddress(text: string): CondaAddress | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [address = ''] = text.split('#', 1);
  const [subdir = '', file = ''] = address.split('/').slice(-2);
  const [, name = '', version = '', build = ''] = FILE_NAME.exec(file) ?? [];
  return name === '' ? undefined : { name, version, build, subdir };
}
