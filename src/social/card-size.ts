/** Size of a link preview that sites expect, in pixels. */
export const cardSize = { width: 1200, height: 630 };
