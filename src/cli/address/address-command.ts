import { signatureLine } from '../../domain/facts/signature.ts';
import { absoluteAddress, messagePath } from '../../domain/addresses/addresses.ts';
import { normalizedMessage } from '../../domain/addresses/message-hash.ts';
import { locales, type Locale } from '../../domain/vocabulary.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { argumentCount, NOTHING, notAllowed, UsageError } from '../shared/usage-error.ts';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults address [--lang LANG] MESSAGE

Prints the address of an error message, so that a program can print it along
with the message. Write variable parts as <placeholder>.
  --lang LANG   language of errors: ${locales.join(', ')} (default: that of the system)
Exit code: 0 an article describes this message, 1 no article does yet (the page
at the address says so), 2 usage error.`,
  zh: `用法：npx known-faults address [--lang LANG] MESSAGE

显示一条报错的地址，程序可以把它和报错一起输出。报错里变化的部分写成
<placeholder>。
  --lang LANG   错误信息的语言：${locales.join('、')}（默认为系统的语言）
退出码：0 已有文章说明这条报错，1 还没有（该地址的页面会说明），2 用法错误。`,
};

const KNOWN = 0;
const UNKNOWN = 1;

/** `known-faults address` */
export const addressCommand = defineCommand({
  name: 'npx known-faults address',
  usage: USAGE,
  examples: [
    'npx known-faults address "cannot load <path>: version <version>"',
    'npx known-faults address "RuntimeError: module compiled for NumPy <version>"',
  ],
  allowPositionals: true,
  async run({ positionals }, { stdout, loadKnowledge }: KnowledgeContext<PublishedKnowledge>) {
    const [message, ...others] = positionals;
    if (message === undefined)
      throw notAllowed('MESSAGE', NOTHING, {
        en: 'the text of an error message',
        zh: '报错的文字',
      });
    if (others.length > 0)
      throw notAllowed('MESSAGE', argumentCount(positionals.length), {
        en: 'one, in quotes',
        zh: '一个，用引号括起来',
      });
    const path = messagePath(message);
    if (path === undefined) {
      const left = normalizedMessage(message);
      throw new UsageError({
        en: `Without numbers, paths and placeholders only "${left}" is left, which is too short to identify a message.`,
        zh: `去掉数字、路径和占位符之后只剩 "${left}"，太短，无法认出一条报错。`,
      });
    }
    const { index, formerMessages, site } = await loadKnowledge();
    const isCurrent = index.articles.some((article) =>
      article.signatures.some((signature) => messagePath(signatureLine(signature)) === path),
    );
    stdout.write(`${absoluteAddress(site, path)}\n`);
    return isCurrent || formerMessages?.includes(path) ? KNOWN : UNKNOWN;
  },
});
