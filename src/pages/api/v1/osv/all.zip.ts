import { osvArchive } from '../../../../api/answers.ts';
import { library } from '../../../../site/library.ts';

export async function GET() {
  return new Response(osvArchive(await library()), {
    headers: { 'content-type': 'application/zip' },
  });
}
