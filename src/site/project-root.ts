import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';

/** Absolute path of the project's root folder, also where the build runs from another folder. */
export const projectRoot = fileURLToPath(root);
