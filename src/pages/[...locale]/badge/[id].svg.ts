import type { APIContext } from 'astro';
import type { Locale } from '../../../domain/vocabulary.ts';
import { library, type Article } from '../../../site/library.ts';
import { routesInEveryLocale } from '../../../site/links.ts';
import { projectRoot } from '../../../site/project-root.ts';
import { badge } from '../../../social/badge.ts';
import { readThemeColors } from '../../../social/theme-colors.ts';

const colors = readThemeColors(projectRoot);

export async function getStaticPaths() {
  const { articles } = await library();
  return routesInEveryLocale(
    articles.map((article) => ({ params: { id: article.facts.id }, props: { article } })),
  );
}

export function GET({ props }: APIContext<{ article: Article; locale: Locale }>) {
  return new Response(badge(props.article, props.locale, colors), {
    headers: { 'content-type': 'image/svg+xml' },
  });
}
