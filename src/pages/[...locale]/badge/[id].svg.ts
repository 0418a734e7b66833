import type { APIContext } from 'astro';
import type { Locale } from '../../../domain/vocabulary.ts';
import { library, type Article } from '../../../site/library.ts';
import { routesInEveryLocale } from '../../../site/links.ts';
import { badge } from '../../../social/badge.ts';

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
