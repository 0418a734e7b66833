import type { Features } from 'satteri';

/**
 * What the Markdown of articles means, the same for checking and for rendering.
 * Smart punctuation is off: it turns the `--` of a flag into a dash.
 */
export const features = {
  gfm: { footnotes: false },
  frontmatter: false,
  smartPunctuation: false,
} as const satisfies Features;
