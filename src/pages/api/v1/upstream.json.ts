import { jsonResponse, upstreamJson } from '../../../api/responses.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(upstreamJson(await library()));
}
