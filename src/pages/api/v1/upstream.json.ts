import { jsonResponse, upstreamJson } from '../../../api/answers.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(upstreamJson(await library()));
}
