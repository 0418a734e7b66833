import { cleanLine } from '../diagnosis/clean/clean-line.ts';
import { signatureLine } from '../domain/facts/signature.ts';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import { tokenize, type TokenKind } from './tokens.ts';
import { termWeight } from './term-weights.ts';

/** An article in all its languages. */
export interface ArticleTexts {
  id: string;
  entries: readonly IndexEntry[];
}

/** How similar a text is to an article. */
export interface Similarity {
  id: string;
  /** Weight of the shared terms but the heaviest. One shared word proves nothing. */
  score: number;
  /** Shares, 0 to 1, of the article's title and of its title and summary that the text has, in the language that fits best. */
  title: number;
  head: number;
}

interface Term {
  kind: TokenKind;
  count: number;
  /** Words inside a name, compared if no article has the name. */
  parts: readonly string[];
}

type Terms = ReadonlyMap<string, Term>;

/** Weight of a term in the body of an article; 1 in its title, summary, slug and signatures. Fitted. */
const BODY = 0.3;

/** Additional weight of a term for each natural logarithm of its count, and in the title of the text. Fitted. */
const REPETITION = 0.6;
const TITLE = 0.5;
const MAX_COUNT = 8;

/** Weight of two Chinese characters: half of such pairs are parts of two words. Fitted. */
const HAN_PAIR = 0.8;

const HAN = /\p{Script=Han}+/gu;

/** Words with which Chinese write-ups describe any fault; articles rarely use them, so their frequency misleads. */
const JARGON = new Set(
  '问题 分析 解析 解决 方案 方法 项目 背景 原因 总结 建议 开发 推荐 最佳 实践 深入 技术 概述 现象 描述 详解 剖析 根源 根本 本质 启示 经验 用户 使用 出现 进行 需要 可以 可能 通过 导致 错误 报错 情况 版本 升级 代码 不同 以下 如下 对于 确保 考虑 正确 处理 影响 关键 核心 主要 提供 支持 实现 机制 发现 最新 更新 社区 官方 修复 临时 长期 环境 运行 程序 应用 复杂 场景 特性 功能 模块'.split(
    ' ',
  ),
);

/**
 * Prepares articles for comparison by their terms: names, words, and pairs of Chinese characters, each weighted by its
 * inverse document frequency.
 *
 * @returns a function from a text to the similarity of every article, the most similar first
 */
export function compareWith(
  articles: readonly ArticleTexts[],
): (source: { title: string; text: string }) => Similarity[] {
  const profiles = articles.map(profileOf);
  const frequencies = new Map<string, number>();
  for (const { fields } of profiles) {
    for (const term of fields.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const weigh: Weigh = (term, kind) => {
    const frequency = frequencies.get(term);
    if (frequency === undefined) return 0;
    const factor = /^\p{Script=Han}/u.test(term) ? HAN_PAIR : 1;
    return factor * termWeight(term, kind, frequency, articles.length);
  };
  return ({ title, text }) => {
    const weights = weighTerms(termsOf(text), termsOf(title), weigh);
    return profiles
      .map((profile) => similarityOf(profile, weights, weigh))
      .sort((a, b) => b.score - a.score);
  };
}

/** Returns the weight of a term, 0 if no article has it. */
type Weigh = (term: string, kind: TokenKind) => number;

interface Profile {
  id: string;
  /** Weight of a term by its field. */
  fields: ReadonlyMap<string, number>;
  /** For each language. */
  heads: readonly { title: Terms; all: Terms }[];
}

function profileOf({ id, entries }: ArticleTexts): Profile {
  const fields = new Map<string, number>();
  const add = (terms: Terms, weight: number) => {
    for (const [term, { parts }] of terms) {
      for (const name of [term, ...parts]) {
        fields.set(name, Math.max(fields.get(name) ?? 0, weight));
      }
    }
  };
  const heads = entries.map(({ title, summary = '' }) => ({
    title: termsOf(title),
    all: termsOf(`${title}\n${summary}`),
  }));
  for (const { text, code = '', messages, signatures, slug, component = '', project } of entries) {
    add(termsOf([text, code, ...messages].join('\n')), BODY);
    add(termsOf(signatures.map(signatureLine).join('\n'), true), 1);
    add(termsOf(`${slug.replaceAll('-', ' ')} ${component} ${project}`), 1);
  }
  for (const { all } of heads) add(all, 1);
  return { id, fields, heads };
}

/** Weighs the terms of a text by rarity, repetition and place. Of a name that no article has, its parts are weighed. */
function weighTerms(terms: Terms, title: Terms, weigh: Weigh): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, { kind, count, parts }] of terms) {
    const repeated = 1 + REPETITION * Math.log(Math.min(count, MAX_COUNT));
    const factor = repeated * (title.has(term) ? 1 + TITLE : 1);
    const add = (name: string, weight: number) => {
      if (weight > 0) weights.set(name, Math.max(weights.get(name) ?? 0, factor * weight));
    };
    const weight = weigh(term, kind);
    if (weight > 0) add(term, weight);
    else for (const part of parts) add(part, weigh(part, 'word'));
  }
  return weights;
}

function similarityOf(
  { id, fields, heads }: Profile,
  weights: ReadonlyMap<string, number>,
  weigh: Weigh,
): Similarity {
  const shared = [...weights]
    .map(([term, weight]) => ({ term, weight: weight * (fields.get(term) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const coverage = (terms: Terms) => {
    const total = sum([...terms].map(([term, { kind }]) => weigh(term, kind)));
    const found = sum(
      [...terms].map(([term, { kind }]) => (weights.has(term) ? weigh(term, kind) : 0)),
    );
    return total === 0 ? 0 : found / total;
  };
  return {
    id,
    score: sum(shared.slice(1).map(({ weight }) => weight)),
    title: Math.max(...heads.map((head) => coverage(head.title))),
    head: Math.max(...heads.map((head) => coverage(head.all))),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function termsOf(text: string, isSignature = false): Terms {
  const terms = new Map<string, Term>();
  const add = (term: string, kind: TokenKind, parts: readonly string[] = []) => {
    const known = terms.get(term);
    if (known) known.count++;
    else terms.set(term, { kind, count: 1, parts });
  };
  for (const line of text.split('\n')) {
    // Chinese text continues a name without a space.
    for (const { term, kind, parts } of tokenize(cleanLine(line.replace(HAN, ' ')), isSignature)) {
      if (kind !== 'gap') add(term, kind, parts);
    }
    for (const [run] of line.matchAll(HAN)) {
      for (let index = 0; index + 1 < run.length; index++) {
        const pair = run.slice(index, index + 2);
        if (!JARGON.has(pair)) add(pair, 'word');
      }
    }
  }
  return terms;
}
