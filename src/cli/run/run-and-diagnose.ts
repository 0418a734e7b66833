import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { decodeText } from '../../domain/text/decode-text.ts';
import { defaultLocale, locales } from '../../domain/vocabulary.ts';
import { diagnosePaste } from '../diagnose/diagnose-paste.ts';
import { DEFAULT_FINDINGS, diagnosisText } from '../diagnose/diagnosis-text.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { languageOption } from '../shared/language-option.ts';
import { UsageError } from '../shared/usage-error.ts';
import { passThrough } from './pass-through.ts';

const USAGE = `Usage: npx known-faults run [--lang LANG] -- COMMAND [ARGUMENTS...]

Runs a command and passes its output through. If it fails, prints on standard
error which known fault is behind the last 5 MB of its output.
  --lang LANG   language of the answer: ${locales.join(', ')} (default ${defaultLocale})
Exit code: that of the command; 2 usage error.`;

/** `known-faults run` */
export const runAndDiagnose = defineCommand({
  name: 'npx known-faults run',
  usage: USAGE,
  examples: [
    'npx known-faults run -- pip install --no-binary :all: numba',
    'npx known-faults run -- python train.py',
  ],
  options: { lang: { type: 'string', default: defaultLocale } },
  allowPositionals: true,
  async run({ values, positionals }, context: KnowledgeContext<PublishedKnowledge>) {
    const language = languageOption(values.lang);
    const [command, ...args] = positionals;
    if (command === undefined) {
      throw new UsageError('COMMAND: found nothing; allowed: -- and a command to run.');
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
