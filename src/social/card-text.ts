import type { Facts } from '../domain/facts/facts.ts';
import type { Locale, Status } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import { wordsOf } from '../i18n/words.ts';

/** What a card and a badge show of an article. */
export interface Pictured {
  facts: Pick<Facts, 'id' | 'status' | 'symptom' | 'python' | 'affected'>;
  project: { name: string };
  in(locale: Locale): { title: string };
}

/** Every word on a card. */
export interface CardText {
  lang: string;
  site: string;
  id: string;
  project: string;
  symptom: string;
  title: string;
  status: { id: Status; label: string; name: string };
  affected: {
    label: string;
    ranges: { package: string; versions: string }[];
    /** Says how many ranges are left out; empty when none is. */
    more: string;
  };
}

/** Ranges for which there is room; most articles have one. */
const MAX_RANGES = 2;

/** What the card of an article says to a reader of one language. */
export function cardText(article: Pictured, locale: Locale): CardText {
  const { facts, project } = article;
  const words = wordsOf(locale);
  const text = words.article;
  const left = facts.affected.length - MAX_RANGES;
  // A fault of Python itself has no package.
  const ranges =
    facts.affected.length === 0
      ? [{ package: text.python, versions: facts.python }]
      : facts.affected.slice(0, MAX_RANGES).map(({ package: name, introduced, fixed }) => ({
          package: name,
          versions: replyWords[locale].versions(introduced, fixed) ?? text.allVersions,
        }));
  return {
    lang: words.lang,
    site: words.site.name,
    id: facts.id,
    project: project.name,
    symptom: words.symptoms[facts.symptom],
    title: article.in(locale).title,
    status: { id: facts.status, label: text.status, name: words.statuses[facts.status] },
    affected: { label: text.affected, ranges, more: left > 0 ? words.card.more(left) : '' },
  };
}

/** The card for those who do not see it. */
export function cardAlt({ id, title, project, symptom, status }: CardText): string {
  return `${id}: ${title}. ${project}, ${symptom}, ${status.name}`;
}
