import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** A script that is bundled although no page of Astro includes it. */
export interface EmittedScript {
  plugin: VitePlugin;
  /** Returns the paths of the script's files in the site, the script first, then its imports. Empty before the bundling. */
  fileNames(): string[];
}

/**
 * Bundles a script for pages that Astro does not render.
 *
 * @param name name of the plugin
 * @param id path of the script from the project's root
 */
export function emitScript(name: string, id: string): EmittedScript {
  let reference = '';
  const fileNames = new Set<string>();
  return {
    plugin: {
      name,
      apply: 'build',
      applyToEnvironment: (environment) => environment.name === 'client',
      buildStart() {
        reference = this.emitFile({ type: 'chunk', id });
      },
      generateBundle(_options, bundle) {
        fileNames.add(this.getFileName(reference));
        // The loop also reaches what it adds.
        for (const fileName of fileNames) {
          const file = bundle[fileName];
          if (file?.type === 'chunk') for (const imported of file.imports) fileNames.add(imported);
        }
      },
    },
    fileNames: () => [...fileNames],
  };
}
