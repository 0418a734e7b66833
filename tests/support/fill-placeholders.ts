const PLACEHOLDER = /<([A-Za-z][\w -]{0,38})>/g;

/** Texts for placeholders of each kind; the last row is for all others. */
const TEXTS: readonly (readonly [names: RegExp, texts: readonly string[]])[] = [
  [/^(?:addr|address|hex|offset)$/i, ['0x7ffff7a9d462', '0x10', '0x00007f8e2c1b7d40']],
  [/^(?:n|m|a|b|number|line|col|column|pid|count)$/i, ['3', '-1', '48213']],
  [/^version$/i, ['3.13.0rc1', '2.0', '1.26.4']],
  [
    /path|file|dir|folder|prefix|lib|exe|dll/i,
    [
      '/home/jane doe/my project/venv/lib/python3.12/site-packages/demo',
      String.raw`C:\Users\Jane Doe\项目\demo`,
      '/Users/张三/代码/demo',
    ],
  ],
  [/symbol|func|name|module|type|class/i, ['_ZN4demo6matrixIdE3addEv', 'demo', 'demo_v2.core']],
];
const ANY = ['demo', '42', '/opt/my demo/项目'];

/** Number of different fillings. */
export const FILLINGS = 3;

/**
 * Replaces each `<placeholder>` of a signature by a text that programs print there.
 *
 * @param filling from 0 to `FILLINGS - 1`
 */
export function fillPlaceholders(signature: string, filling: number): string {
  return signature.replace(PLACEHOLDER, (_, name: string) => {
    const [, texts = ANY] = TEXTS.find(([names]) => names.test(name)) ?? [];
    return texts[filling] ?? '';
  });
}
