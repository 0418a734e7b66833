import type { APIContext } from 'astro';
import { library, type Article } from '../../site/library.ts';
import { projectRoot } from '../../site/project-root.ts';
import { badge } from '../../social/badge.ts';
import { readThemeColors } from '../../social/theme-colors.ts';

const colors = readThemeColors(projectRoot);

export async function getStaticPaths() {
  const { articles } = await library();
  return articles.map((article) => ({ params: { id: article.facts.id }, props: { article } }));
}

export function GET({ props }: APIContext<{ article: Article }>) {
  return new Response(badge(props.article, colors), {
    headers: { 'content-type': 'image/svg+xml' },
  });
}
