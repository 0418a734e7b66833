import type { APIContext } from 'astro';
import { browsePath, feedPath } from '../../../../domain/addresses/addresses.ts';
import { symptoms, type Symptom } from '../../../../domain/vocabulary.ts';
import { atomFeed } from '../../../../site/feeds.ts';
import { wordsOf } from '../../../../i18n/words.ts';
import { library } from '../../../../site/library.ts';
import { routesInEveryLocale, type LocaleRoute } from '../../../../site/links.ts';

export function getStaticPaths() {
  return routesInEveryLocale(
    symptoms.map((symptom) => ({ params: { value: symptom }, props: { symptom } })),
  );
}

type Props = LocaleRoute['props'] & { symptom: Symptom };

export async function GET({ props: { symptom, locale } }: APIContext<Props>) {
  const { articles } = await library();
  const own = articles.filter(({ facts }) => facts.symptom === symptom);
  const path = browsePath('symptom', symptom);
  const words = wordsOf(locale);
  const title = `${words.symptoms[symptom]} · ${words.site.name}`;
  return atomFeed({ title, path, feedPath: feedPath(path) }, own, locale);
}
