import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { decodeText } from '../../domain/text/decode-text.ts';
import { locales, type Locale } from '../../domain/vocabulary.ts';
import { diagnosePaste } from '../diagnose/diagnose-paste.ts';
import { DEFAULT_FINDINGS, diagnosisText } from '../diagnose/diagnosis-text.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { NOTHING, notAllowed } from '../shared/usage-error.ts';
import { passThrough } from './pass-through.ts';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults run [--lang LANG] -- COMMAND [ARGUMENTS...]

Runs a command and passes its output through. If it fails, prints on standard
error which known fault is behind the last 5 MB of its output.
  --lang LANG   language: ${locales.join(', ')} (default: that of the system)
Exit code: that of the command; 2 usage error.`,
  zh: `用法：npx known-faults run [--lang LANG] -- COMMAND [ARGUMENTS...]

运行一个命令，它的输出原样显示。命令失败时，在标准错误上说明其输出最后 5 MB
背后的已知故障。
  --lang LANG   语言：${locales.join('、')}（默认为系统的语言）
退出码：与该命令相同；2 用法错误。`,
};

/** `known-faults run` */
export const runAndDiagnose = defineCommand({
  name: 'npx known-faults run',
  usage: USAGE,
  examples: [
    'npx known-faults run -- pip install --no-binary :all: numba',
    'npx known-faults run -- python train.py',
  ],
  allowPositionals: true,
  async run({ positionals }, context: KnowledgeContext<PublishedKnowledge>, { language }) {
    const [command, ...args] = positionals;
    if (command === undefined) {
      throw notAllowed('COMMAND', NOTHING, {
        en: '-- and a command to run',
        zh: '-- 和要运行的命令',
      });
    }
    const { exitCode, output, isStopped } = await passThrough([command, ...args], context);
    if (exitCode === 0 || isStopped) return exitCode;
    const log = decodeText(output);
    if (!log) return exitCode;
    const knowledge = await context.loadKnowledge(language);
    const diagnosis = diagnosePaste(knowledge, log.text, DEFAULT_FINDINGS);
    context.stderr.write(`\n${diagnosisText(diagnosis, knowledge)}\n`);
    return exitCode;
  },
});
