import { jsonResponse, projectsJson } from '../../../api/responses.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(projectsJson(await library()));
}
