import { articlesJson, jsonResponse } from '../../../api/responses.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(articlesJson(await library()));
}
