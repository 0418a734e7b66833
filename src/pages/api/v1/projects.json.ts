import { jsonResponse, projectsJson } from '../../../api.ts';
import { library } from '../../../library.ts';

export async function GET() {
  return jsonResponse(projectsJson(await library()));
}
