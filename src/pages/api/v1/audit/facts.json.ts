import { auditFactsJson, jsonTextResponse } from '../../../../api/responses.ts';
import { library } from '../../../../site/library.ts';

export async function GET() {
  return jsonTextResponse(JSON.stringify(auditFactsJson(await library())));
}
