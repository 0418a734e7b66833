import { articleJson, jsonResponse } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  const { articles } = await library();
  return jsonResponse(articles.map(articleJson));
}
