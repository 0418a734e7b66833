import { jsonResponse, upstreamJson } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  return jsonResponse(upstreamJson(await library()));
}
