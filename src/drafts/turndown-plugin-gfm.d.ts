/** The package brings no types; `gfm` adds tables, strikethrough and fenced code. */
declare module '@joplin/turndown-plugin-gfm' {
  import type { Plugin } from 'turndown';

  export const gfm: Plugin;
}
