import { copyProject } from '../../support/astro-project.ts';
import type { Generator } from './generator.ts';

/** Path in the project. */
const BUILD = 'src/cli/build/build-command.ts';

/** This project, without any cache. */
export const knownFaults: Generator = {
  name: 'Known Faults',
  makeProject: (content, _, parent) => ({
    folder: copyProject(content, parent),
    commands: [[process.execPath, BUILD]],
    output: 'dist',
  }),
};
