import type { Features } from 'satteri';

/**
 * Markdown features of articles, the same for validation and rendering. Smart punctuation is off: it turns the `--` of a
 * command-line option into a dash.
 */
export const features = {
  gfm: { footnotes: false },
  frontmatter: false,
  smartPunctuation: false,
} as const satisfies Features;
