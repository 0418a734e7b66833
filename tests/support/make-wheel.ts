import { strToU8, zipSync } from 'fflate';

/** Makes a wheel of one module, which needs no build. Returns its file name and its bytes. */
export function makeWheel(name: string, version: string, code: string): [string, Uint8Array] {
  const info = `${name}-${version}.dist-info`;
  const files = {
    [`${name}.py`]: code,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${info}/WHEEL`]:
      'Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  };
  // Installers accept a record without digests.
  const record = [...Object.keys(files), `${info}/RECORD`].map((file) => `${file},,\n`).join('');
  const all = Object.entries({ ...files, [`${info}/RECORD`]: record });
  const archive = zipSync(Object.fromEntries(all.map(([file, text]) => [file, strToU8(text)])));
  return [`${name}-${version}-py3-none-any.whl`, archive];
}
