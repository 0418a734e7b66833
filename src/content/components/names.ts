/** Components that articles may use, with their attributes. Attribute values are plain text, never expressions. */
export const articleComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ['Note', ['title']],
]);
