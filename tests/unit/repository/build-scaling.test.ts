import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measureCommands } from '../../bench/build-scaling/measure-commands.ts';
import { writePlainArticles } from '../../bench/build-scaling/plain-articles.ts';
import { formatTable } from '../../bench/build-scaling/result-table.ts';
import { folderWith } from '../../support/folder.ts';

const options = { cwd: '.', env: process.env };

test('the CPU time of a command includes that of the processes that it starts', async () => {
  const busy = 'let used; do used = process.cpuUsage(); while (used.user + used.system < 300_000);';
  const parent = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
  const { cpuSeconds } = await measureCommands([[process.execPath, '-e', parent]], options);
  expect(cpuSeconds).toBeGreaterThanOrEqual(0.3);
});

test.runIf(process.platform === 'linux')(
  'the memory of a command includes that of the processes that it starts',
  async () => {
    const large = 'const kept = Buffer.alloc(300e6, 1); setTimeout(() => kept.length, 1500);';
    const parent = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(large)}])`;
    const { peakBytes } = await measureCommands([[process.execPath, '-e', parent]], options);
    expect(peakBytes).toBeGreaterThan(300e6);
  },
);

test('a command that fails is reported with the last lines of its output', async () => {
  const command = ['sh', '-c', 'seq 100; echo wrong >&2; exit 3'] as const;
  const last = [...Array.from({ length: 19 }, (_, index) => index + 82), 'wrong'].join('\n');
  await expect(measureCommands([command], options)).rejects.toThrow(
    `sh -c seq 100; echo wrong >&2; exit 3 ended with exit code 3:\n${last}`,
  );
});

test('articles become Markdown that other generators read', () => {
  const folder = folderWith({
    'articles/some-fault/en.mdx': `---
id: KF-0001
title: "Error: something"
summary: >-
  In two
  lines.
---

<Note title="In short">

Read this.

</Note>

\`\`\`message title="log"
error
\`\`\`

- In a list:
  ~~~cython
  cdef int n
  ~~~
`,
  });
  const target = path.join(folder, 'docs');
  const note = { begin: (title: string) => `:::note[${title}]`, end: ':::' };
  writePlainArticles(folder, 'en', target, note);
  writePlainArticles(folder, 'zh', target, note);
  expect(readFileSync(path.join(target, 'some-fault.md'), 'utf8')).toBe(`---
title: "Error: something"
description: In two lines.
---

:::note[In short]

Read this.

:::

\`\`\`text title="log"
error
\`\`\`

- In a list:
  ~~~python
  cdef int n
  ~~~
`);
});

test('the table compares each time with that of Starlight for the same articles', () => {
  const result = { cpuSeconds: 20, peakBytes: 2 ** 30, files: 7, bytes: 1_500_000, pages: 3 };
  const table = formatTable([
    { generator: 'Known Faults, cold', articles: 10, result: { ...result, seconds: 5 } },
    { generator: 'Starlight 1.2.3', articles: 10, result: { ...result, seconds: 10 } },
    { generator: 'hugo', articles: 10, result: 'not installed' },
    { generator: 'Known Faults, cold', articles: 20, result: { ...result, seconds: 8 } },
    { generator: 'Starlight 1.2.3', articles: 20, result: 'failed' },
  ]);
  expect(table).toBe(
    `| generator | articles | seconds | CPU seconds | peak GiB | files | MB | pages | time / Starlight |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| Known Faults, cold | 10 | 5.0 | 20.0 | 1.00 | 7 | 1.5 | 3 | 0.50 |
| Starlight 1.2.3 | 10 | 10.0 | 20.0 | 1.00 | 7 | 1.5 | 3 | 1.00 |
| hugo | 10 | not installed |  |  |  |  |  |  |
| Known Faults, cold | 20 | 8.0 | 20.0 | 1.00 | 7 | 1.5 | 3 |  |
| Starlight 1.2.3 | 20 | failed |  |  |  |  |  |  |`,
  );
});
