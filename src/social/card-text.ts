import type { Facts } from '../domain/facts/facts.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { faultState, type FaultState } from '../i18n/fault-state.ts';
import { wordsOf } from '../i18n/words.ts';

/** The part of an article that its card shows. */
export interface CardSource {
  facts: Pick<Facts, 'id' | 'cause' | 'status' | 'symptom'>;
  project: { name: string };
  in(locale: Locale): { title: string; fix: { text: string } };
}

/** The text on a card. */
export interface CardText {
  lang: string;
  site: string;
  id: string;
  project: string;
  symptom: string;
  status: FaultState;
  title: string;
  fix: { label: string; text: string };
}

/** Returns the text of an article's card in one language. */
export function cardText(article: CardSource, locale: Locale): CardText {
  const { facts, project } = article;
  const { title, fix } = article.in(locale);
  const words = wordsOf(locale);
  return {
    lang: words.lang,
    site: words.site.name,
    id: facts.id,
    project: project.name,
    symptom: words.symptoms[facts.symptom],
    status: faultState(facts, words),
    title,
    // The backticks of code mean nothing in a picture.
    fix: { label: words.card.fix, text: fix.text.replaceAll('`', '') },
  };
}

/** Returns the alternative text of a card. */
export function cardAlt({ id, title, project, symptom, status, fix }: CardText): string {
  return `${id}: ${title.replace(/\.$/, '')}. ${project}, ${symptom}, ${status.name}. ${fix.label}: ${fix.text}`;
}
