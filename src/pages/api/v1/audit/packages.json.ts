import { auditTableJson, jsonTextResponse } from '../../../../api/responses.ts';
import { library } from '../../../../site/library.ts';

export async function GET() {
  return jsonTextResponse(JSON.stringify(auditTableJson(await library())));
}
