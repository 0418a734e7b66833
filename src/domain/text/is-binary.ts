/** First bytes of executables, archives, pictures and databases. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90, 0x00], // Windows executable
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O for several machines
  [0x50, 0x4b, 0x03, 0x04], // zip, wheel
  [0x1f, 0x8b, 0x08], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // Zstandard
  [0x37, 0x7a, 0xbc, 0xaf], // 7-Zip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e], // static library
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
];

/** Share of control characters above which bytes are data. Logs with progress bars stay below 0.05 (chosen). */
const MAX_CONTROL_SHARE = 0.1;

/** Control characters that text contains: backspace, tab, line ends, form feed, substitute (old DOS files), escape. */
const TEXT_CONTROLS = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

/** Length of the beginning that is examined, in bytes (chosen). */
const SAMPLE_LENGTH = 65_536;

/** True for data that is not text in any encoding but UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return true;
  let controls = 0;
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  for (const byte of sample) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1;
  return controls > sample.length * MAX_CONTROL_SHARE;
}
