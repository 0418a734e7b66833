import type { Features } from 'satteri';

/**
 * Markdown features of articles, shared by checking and rendering.
 * Smart punctuation is off because it turns the `--` of an option into a dash.
 */
export const features = {
  gfm: { footnotes: false },
  frontmatter: false,
  smartPunctuation: false,
} as const satisfies Features;
