import type { Facts } from '../domain/facts/facts.ts';
import type { Locale, Status } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import { wordsOf } from '../i18n/words.ts';

/** The part of an article that its card shows. */
export interface CardSource {
  facts: Pick<Facts, 'id' | 'status' | 'symptom' | 'python' | 'affected'>;
  project: { name: string };
  in(locale: Locale): { title: string };
}

/** The text on a card. */
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
    /** The number of ranges left out, as text ("+1 more"); empty if all are shown. */
    more: string;
  };
}

/** Maximum number of affected ranges on a card: there is no room for more. Most articles have one. */
const MAX_RANGES = 2;

/** Returns the text of an article's card in one language. */
export function cardText(article: CardSource, locale: Locale): CardText {
  const { facts, project } = article;
  const words = wordsOf(locale);
  const text = words.article;
  const omitted = facts.affected.length - MAX_RANGES;
  // A fault in Python itself affects no package.
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
    affected: { label: text.affected, ranges, more: omitted > 0 ? words.card.more(omitted) : '' },
  };
}

/** Returns the alternative text of a card. */
export function cardAlt({ id, title, project, symptom, status }: CardText): string {
  return `${id}: ${title}. ${project}, ${symptom}, ${status.name}`;
}
