import type { APIContext } from 'astro';
import { articleJson, jsonResponse } from '../../../../api/responses.ts';
import { library, type Article } from '../../../../site/library.ts';

export async function getStaticPaths() {
  const { articles } = await library();
  return articles.map((article) => ({ params: { id: article.facts.id }, props: { article } }));
}

export function GET({ props }: APIContext<{ article: Article }>) {
  return jsonResponse(articleJson(props.article));
}
