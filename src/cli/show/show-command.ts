import type { FaultCard, PublishedKnowledge } from '../../api/published-knowledge.ts';
import {
  absoluteAddress,
  idOf,
  localizedPath,
  permalinkPath,
} from '../../domain/addresses/addresses.ts';
import { signatureLine } from '../../domain/facts/signature.ts';
import { locales, type Locale } from '../../domain/vocabulary.ts';
import { commandWords } from '../../i18n/command-words.ts';
import { describeRange } from '../../i18n/range-words.ts';
import { wordsOf } from '../../i18n/words.ts';
import { closestName } from '../shared/closest-name.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { styleText } from '../shared/output.ts';
import { addressLine, commandLine, INDENT, wrapped } from '../shared/terminal-text.ts';
import { argumentCount, NOTHING, notAllowed, ONE } from '../shared/usage-error.ts';
import { pageOutput } from './page-output.ts';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults show [--lang LANG] ARTICLE

Prints an article: title, fix, facts and, in a clone, its text. ARTICLE is its
id, slug or address.
  --lang LANG   language: ${locales.join(', ')} (default: that of the system)
Exit code: 0 printed, 2 usage error.`,
  zh: `用法：npx known-faults show [--lang LANG] ARTICLE

显示一篇文章：标题、修复办法、要点，在仓库的克隆里还有正文。ARTICLE 是文章的
编号、slug 或地址。
  --lang LANG   语言：${locales.join('、')}（默认为系统的语言）
退出码：0 已显示，2 用法错误。`,
};

interface ShowContext extends KnowledgeContext<PublishedKnowledge> {
  articleText?: (slug: string, locale: Locale) => Promise<string>;
}

/** `known-faults show` */
export const showCommand = defineCommand({
  name: 'npx known-faults show',
  usage: USAGE,
  examples: ['npx known-faults show KF-0001', 'npx known-faults show --lang zh KF-0001'],
  allowPositionals: true,
  async run({ positionals }, context: ShowContext, { language }) {
    const [name, ...others] = positionals;
    if (name === undefined) throw notAllowed('ARTICLE', NOTHING, ALLOWED);
    if (others.length > 0) {
      throw notAllowed('ARTICLE', argumentCount(positionals.length), ONE);
    }
    const knowledge = await context.loadKnowledge(language);
    const { id, slug } = articleNamed(name, knowledge);
    const body = await context.articleText?.(slug, language);
    await pageOutput(`${showText(id, knowledge, body)}\n`, context);
    return 0;
  },
});

const ALLOWED = {
  en: 'an id such as KF-0001, a slug, or the address of an article',
  zh: '编号（如 KF-0001）、slug 或文章的地址',
};

/** `KF-0001`, `kf-1`, as a whole or as the last part of an address. */
const ID = /^kf-(\d{1,5})$/i;

function articleNamed(name: string, { index: { articles } }: PublishedKnowledge) {
  const [path = ''] = name.split(/[?#]/, 1);
  const part = path.split('/').findLast((one) => one !== '') ?? '';
  const [, number] = ID.exec(part) ?? [];
  const id = number === undefined ? undefined : idOf(Number(number));
  const article = articles.find((one) => one.id === id || one.slug === part);
  if (article) return article;
  const closest = closestName(
    part,
    articles.map(({ slug }) => slug),
  );
  throw notAllowed('ARTICLE', name, ALLOWED, closest);
}

/**
 * Formats an article for a terminal.
 *
 * @param body its text; without one, the summary and the signatures stand for it
 */
function showText(id: string, { cards, index, site, language }: PublishedKnowledge, body?: string) {
  const card = cards[id];
  if (!card) throw new Error(`${id} has no card`);
  const { fix, summary } = card;
  const article = index.articles.find((one) => one.id === id);
  const address = absoluteAddress(site, localizedPath(permalinkPath(id), language));
  const signatures = article?.signatures.map((one) => INDENT + signatureLine(one)) ?? [];
  return [
    styleText('bold', wrapped(`${card.title} (${id})`)),
    wrapped(fix.text, INDENT),
    ...(fix.command === undefined ? [] : [commandLine(fix.command)]),
    addressLine(address),
    '',
    ...facts(card, language).map(([name, text]) => wrapped(`${name}: ${text}`)),
    '',
    ...(body === undefined
      ? [wrapped(summary), '', `${commandWords[language].signatures}:`, ...signatures]
      : [body]),
  ].join('\n');
}

/** Returns the facts that decide whether a machine has the fault, with their names. */
function facts({ affected, python, platforms, builds }: FaultCard, language: Locale) {
  const { article, platforms: platformNames, builds: buildNames } = wordsOf(language);
  const versions = affected.map((range) => `${range.package} ${describeRange(range, language)}`);
  return [
    ...versions.map((text) => [article.affected, text] as const),
    [article.python, python],
    [article.platforms, platforms.map((one) => platformNames[one]).join(', ')],
    [article.builds, builds.map((one) => buildNames[one]).join(', ')],
  ] as const;
}
