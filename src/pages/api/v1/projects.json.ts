import { jsonResponse, projectsJson } from '../../../api/answers.ts';
import { library } from '../../../site/library.ts';

export async function GET() {
  return jsonResponse(projectsJson(await library()));
}
