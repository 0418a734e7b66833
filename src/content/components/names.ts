/** The components an article may use, each with the attributes it takes (plain text, never an expression). */
export const articleComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ['Note', ['title']],
]);
