/** What sites that show links expect of a large picture, in pixels. */
export const cardSize = { width: 1200, height: 630 };
