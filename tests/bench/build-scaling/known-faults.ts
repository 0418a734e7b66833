import path from 'node:path';
import { copyProject } from '../../support/astro-project.ts';
import { root } from '../../support/root.ts';
import type { Generator } from './generator.ts';

const ASTRO = path.join(root, 'node_modules/astro/bin/astro.mjs');

/** This project, without any cache. */
export const knownFaults: Generator = {
  name: 'Known Faults',
  makeProject: (content, _, parent) => ({
    folder: copyProject(content, parent),
    commands: [[process.execPath, ASTRO, 'build']],
    output: 'dist',
  }),
};
