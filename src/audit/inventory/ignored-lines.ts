/** Code fences, shell prompts with commands, and notices printed by tools. */
const NOTICE =
  /^(?:`{3}|\$ |>>> |PS [A-Z]:|[A-Z]:\\[^>]{0,200}>|\([\w.-]{1,60}\) |[\w.-]{1,60}@[\w.-]{1,60}:.{0,200}[$#] |\[notice\] |(?:WARNING|DEPRECATION): |Using Python \d|Resolved \d)/;

/** True for an empty line, a comment, a prompt and a notice printed by a tool: they tell nothing about an environment. */
export function isIgnored(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#') || NOTICE.test(text);
}
