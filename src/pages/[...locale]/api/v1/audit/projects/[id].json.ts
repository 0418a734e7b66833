import type { APIContext } from 'astro';
import { auditJson, jsonTextResponse } from '../../../../../../api/responses.ts';
import { library, type ProjectPage } from '../../../../../../site/library.ts';
import { routesInEveryLocale, type LocaleRoute } from '../../../../../../site/links.ts';

export async function getStaticPaths() {
  const { projects } = await library();
  return routesInEveryLocale(
    projects.map((project) => ({ params: { id: project.id }, props: { project } })),
  );
}

type Props = LocaleRoute['props'] & { project: ProjectPage };

export async function GET({ props: { project, locale } }: APIContext<Props>) {
  const { articles } = await library();
  const own = articles.filter((article) => article.project.id === project.id);
  return jsonTextResponse(JSON.stringify(auditJson(own, locale)));
}
