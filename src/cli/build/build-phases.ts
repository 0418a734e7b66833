import type { AstroIntegration } from 'astro';
import type { Output } from '../shared/output.ts';
import { progress, type Progress } from '../shared/progress.ts';
import { formatCount, formatDuration } from './format-size.ts';

/**
 * Reports how Astro writes the pages: a line for each phase that is done and, on a terminal, a bar while
 * pages are rendered.
 *
 * @param now current time in ms
 */
export function buildPhases(stdout: Output, stderr: Output, now: () => number): AstroIntegration {
  let started = now();
  let rendered = 0;
  let bar: Progress | undefined;
  const done = (what: string) => {
    stdout.write(`✓ ${what} (${formatDuration(now() - started)})\n`);
    started = now();
  };
  return {
    name: 'known-faults-build-phases',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        done('content checked and rendered');
        setPrerenderer((renderer) => ({
          ...renderer,
          async getStaticPaths() {
            const paths = await renderer.getStaticPaths();
            rendered = paths.length;
            if (stderr.isTTY) bar = progress(stderr, 'pages', rendered);
            return paths;
          },
          async render(request, options) {
            const response = await renderer.render(request, options);
            bar?.step();
            return response;
          },
        }));
      },
      'astro:build:generated': () => {
        bar?.end();
      },
      'astro:build:done': () => {
        done(`${formatCount(rendered)} pages and data files, cards`);
      },
    },
  };
}
