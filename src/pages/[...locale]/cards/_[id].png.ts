import type { APIContext } from 'astro';
import type { Locale } from '../../../domain/vocabulary.ts';
import { library, type Article } from '../../../site/library.ts';
import { routesInEveryLocale } from '../../../site/links.ts';
import { projectRoot } from '../../../site/project-root.ts';
import { CardCache } from '../../../social/card-cache.ts';
import { cardText } from '../../../social/card-text.ts';

/*
 * The cards of the dev server, drawn on request. A build draws them beside the pages instead: see `integrations/cards.ts`,
 * which adds this route.
 */
const cards = new CardCache(projectRoot);

export async function getStaticPaths() {
  const { articles } = await library();
  return routesInEveryLocale(
    articles.map((article) => ({ params: { id: article.facts.id }, props: { article } })),
  );
}

export async function GET({ props }: APIContext<{ article: Article; locale: Locale }>) {
  const png = await cards.png(cardText(props.article, props.locale));
  return new Response(png, { headers: { 'content-type': 'image/png' } });
}
