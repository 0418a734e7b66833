import type { APIContext } from 'astro';
import { answerNames, jsonSchemaOf } from '../../../../api/json-schemas.ts';
import { jsonResponse } from '../../../../api/answers.ts';
import type { AnswerName } from '../../../../api/answer-schemas.ts';

export function getStaticPaths() {
  return answerNames.map((name) => ({ params: { name }, props: { name } }));
}

export function GET({ props }: APIContext<{ name: AnswerName }>) {
  return jsonResponse(jsonSchemaOf(props.name));
}
