import type { APIContext } from 'astro';
import { feedPath, projectPath } from '../../../../domain/addresses/addresses.ts';
import { atomFeed } from '../../../../site/feeds.ts';
import { wordsOf } from '../../../../i18n/words.ts';
import { library, type ProjectPage } from '../../../../site/library.ts';
import { routesInEveryLocale, type LocaleRoute } from '../../../../site/links.ts';

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
  const path = projectPath(project.id);
  const title = `${project.name} · ${wordsOf(locale).site.name}`;
  return atomFeed({ title, path, feedPath: feedPath(path) }, own, locale);
}
