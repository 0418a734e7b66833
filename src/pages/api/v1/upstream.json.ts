import { jsonResponse, upstreamJson } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  const { articles } = await library();
  return jsonResponse(upstreamJson(articles));
}
