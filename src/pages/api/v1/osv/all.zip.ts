import { osvArchive } from '../../../../api.ts';
import { library } from '../../../../library.ts';

export async function GET() {
  return new Response(osvArchive(await library()), {
    headers: { 'content-type': 'application/zip' },
  });
}
