import type { APIContext } from 'astro';
import { answersJson } from '../../../../api/answers.ts';
import type { AnswersJson } from '../../../../api/response-schemas.ts';
import { jsonResponse } from '../../../../api/responses.ts';

export async function getStaticPaths() {
  return (await answersJson()).map((answers) => ({
    params: { id: answers.id },
    props: { answers },
  }));
}

export function GET({ props }: APIContext<{ answers: AnswersJson }>) {
  return jsonResponse(props.answers);
}
