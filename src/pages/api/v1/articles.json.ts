import { articlesJson, jsonResponse } from '../../../api/answers.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(articlesJson(await library()));
}
