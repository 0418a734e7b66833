import type { ConfigData } from 'html-validate';

/** Rules by which `html-validate` checks pages of the site. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:standard'],
  rules: {
    // Astro writes void elements of HTML and of SVG differently; both are valid.
    'void-style': 'off',
    // The title of a page is the title of its article; search engines shorten it themselves.
    'long-title': 'off',
  },
};
