import { articlesJson, jsonResponse } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  return jsonResponse(articlesJson(await library()));
}
