import type { APIContext } from 'astro';
import type { Locale } from '../../../domain/vocabulary.ts';
import { library, type Article } from '../../../library.ts';
import { routesInEveryLocale } from '../../../links.ts';
import { badge } from '../../../pictures/badge.ts';

export async function getStaticPaths() {
  const { articles } = await library();
  return routesInEveryLocale(
    articles.map((article) => ({ params: { id: article.facts.id }, props: { article } })),
  );
}

export function GET({ props }: APIContext<{ article: Article; locale: Locale }>) {
  return new Response(badge(props.article, props.locale), {
    headers: { 'content-type': 'image/svg+xml' },
  });
}
