import type { APIContext } from 'astro';
import { jsonResponse, projectJson } from '../../../../api/responses.ts';
import { library, type ProjectPage } from '../../../../site/library.ts';

export async function getStaticPaths() {
  const { projects } = await library();
  return projects.map((project) => ({ params: { id: project.id }, props: { project } }));
}

export async function GET({ props }: APIContext<{ project: ProjectPage }>) {
  return jsonResponse(projectJson(props.project, await library()));
}
