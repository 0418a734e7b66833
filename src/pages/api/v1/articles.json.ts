import { articleJson, jsonResponse } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  const { articles } = await library();
  const inOrder = articles.toSorted((a, b) =>
    a.facts.id.localeCompare(b.facts.id, 'en', { numeric: true }),
  );
  return jsonResponse(inOrder.map(articleJson));
}
