import { osvArchive } from '../../../../api/responses.ts';

export async function GET() {
  return new Response(await osvArchive(), {
    headers: { 'content-type': 'application/zip' },
  });
}
