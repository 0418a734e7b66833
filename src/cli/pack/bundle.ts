import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** A script without dependencies. */
export interface Bundle {
  code: string;
  /** Licenses of the bundled packages, whose authors require that they are included. */
  licenses: string;
}

/**
 * Bundles a script with everything that it imports.
 *
 * @param root folder of the clone
 * @param input path of the script, relative to `root`
 * @param target oldest Node that it runs under, such as `node20`
 */
export async function bundle(root: string, input: string, target: string): Promise<Bundle> {
  const build = await rolldown({
    cwd: root,
    input: path.join(root, input),
    platform: 'node',
    transform: { target },
    // Without this, @actions/core alone adds an HTTP client of 700 KB that is never called.
    treeshake: { moduleSideEffects: [{ test: /node_modules/, sideEffects: false }] },
  });
  const { output } = await build.generate({ format: 'esm', minify: false, codeSplitting: false });
  const [{ code, moduleIds }] = output;
  return { code, licenses: await licensesOf(moduleIds) };
}

const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

async function licensesOf(modules: readonly string[]): Promise<string> {
  const folders = new Set(modules.flatMap((id) => PACKAGE.exec(id) ?? []));
  const texts = await Promise.all([...folders].map(licenseOf));
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenseOf(folder: string): Promise<string> {
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as Record<string, string>;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : await readFile(path.join(folder, file), 'utf8');
  return `${name} ${version}, ${license}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
