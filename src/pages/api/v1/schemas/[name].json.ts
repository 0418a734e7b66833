import type { APIContext } from 'astro';
import { answerNames, jsonSchemaOf } from '../../../../api-schemas.ts';
import { jsonResponse } from '../../../../api.ts';
import type { AnswerName } from '../../../../domain/answers.ts';

export function getStaticPaths() {
  return answerNames.map((name) => ({ params: { name }, props: { name } }));
}

export function GET({ props }: APIContext<{ name: AnswerName }>) {
  return jsonResponse(jsonSchemaOf(props.name));
}
