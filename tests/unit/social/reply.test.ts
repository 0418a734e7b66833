import { expect, test } from 'vitest';
import { replyWith } from '../../../src/social/reply.ts';
import type { AffectedRange } from '../../../src/domain/facts/affected-schema.ts';

const title = 'Numba needs NumPy 2.1 or less';
const link = 'https://faults.example/KF-0053/';
const range: AffectedRange = {
  ecosystem: 'PyPI',
  package: 'numba',
  introduced: '0.61.0',
  fixed: '0.61.2',
  with: [{ package: 'numpy', versions: '>=2.2' }],
};

test('a reply says what to do before anything else about the fault', () => {
  const fix = { text: 'Upgrade Numba to 0.61.2.', command: 'pip install "numba>=0.61.2"' };
  expect(replyWith({ title, fix, affected: [range] }, link, 'en')).toBe(
    `This looks like a known fault: [${title}](${link}).

Upgrade Numba to 0.61.2.

\`\`\`text
pip install "numba>=0.61.2"
\`\`\`

Affected: numba 0.61.0 to before 0.61.2 with numpy 2.2 or later.

The article explains how to check whether you are affected, and the cause.`,
  );
});

test.each([
  ['no release has the fault', []],
  ['more combinations are affected than a reply has room for', Array(4).fill(range)],
])('a reply names no versions if %s', (_, affected: AffectedRange[]) => {
  const reply = replyWith({ title, fix: { text: 'Set `CC` to gcc.' }, affected }, link, 'zh');
  expect(reply).toBe(
    `这看起来是一个已知故障：[${title}](${link})。

Set \`CC\` to gcc.

文章说明了如何确认是否受影响，以及故障的原因。`,
  );
});

test('a reply about a name has the command of each system', () => {
  const fix = { text: 'Install Loom.' };
  const commands = [
    {
      system: 'pip',
      command: 'python -m pip install --only-binary loom loom',
      isVerified: true,
      isWheel: true,
    },
    { system: 'debian', command: 'apt install libloom-dev', isVerified: true, isWheel: false },
  ] as const;
  expect(replyWith({ title, fix, commands, affected: [] }, link, 'en')).toContain(`Install Loom.

\`\`\`text
# Without a compiler
python -m pip install --only-binary loom loom
# Debian, Ubuntu
apt install libloom-dev
\`\`\``);
});
