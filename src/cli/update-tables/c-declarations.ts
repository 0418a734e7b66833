/** A name that a header declares or defines. */
export interface CDeclaration {
  name: string;
  kind: 'function' | 'macro' | 'constant' | 'member' | 'type' | 'variable';
  /** Of a member: the struct, by the name that a typedef gives it. */
  struct?: string;
  /** Of a function: its parameters' types and names in one line. Of a macro: its replacement. */
  text: string;
  /** Path of the header as the preprocessor names it. */
  file: string;
}

type Token = readonly [text: string, file: string];

const TOKEN = /[A-Za-z_]\w*|\d[\w.]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\.\.\.|->|\S/g;

const LINE_MARKER = /^# \d+ "([^"]*)"/;

const MACRO = /^#define (\w+)(?:\([^)]*\))?(?: (.*))?$/;

const IDENTIFIER = /^[A-Za-z_]/;

/** Words after which parentheses hold attributes of the compiler. */
const ATTRIBUTES = new Set(['__attribute__', '__asm__', '__declspec', '_Alignas', '__typeof__']);

const QUALIFIERS = new Set([
  ...['__extension__', '__inline', '__inline__', '__restrict', '__restrict__', '_Noreturn'],
  ...['inline', 'extern', 'static', '__signed__', '__volatile__', 'volatile'],
]);

/**
 * Reads what C headers declare, after `cc -E -dD`: functions, variables, types, members of structs, constants of enums,
 * and macros that are still defined at the end.
 *
 * @param isWanted says by the path of a header whether its declarations are returned
 */
export function readDeclarations(
  preprocessed: string,
  isWanted: (file: string) => boolean,
): CDeclaration[] {
  const macros = new Map<string, CDeclaration>();
  const tokens: Token[] = [];
  let file = '';
  for (const line of preprocessed.split('\n')) {
    if (!line.startsWith('#')) {
      for (const [text] of line.matchAll(TOKEN)) tokens.push([text, file]);
      continue;
    }
    file = LINE_MARKER.exec(line)?.[1] ?? file;
    const [, name, text = ''] = MACRO.exec(line) ?? [];
    if (name !== undefined) macros.set(name, { name, kind: 'macro', text: text.trim(), file });
    else if (line.startsWith('#undef ')) macros.delete(line.slice('#undef '.length).trim());
  }
  const statements = splitStatements(withoutAttributes(tokens));
  const typedefs = structNames(statements);
  return [
    ...statements.flatMap((statement) => readStatement(statement, typedefs)),
    ...macros.values(),
  ].filter((declaration) => isWanted(declaration.file));
}

function withoutAttributes(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || QUALIFIERS.has(token[0])) continue;
    if (ATTRIBUTES.has(token[0])) index = endOfGroup(tokens, index + 1);
    else kept.push(token);
  }
  return kept;
}

/** Returns the index of the bracket that closes the one at `start`; `start - 1` if there is none at `start`. */
function endOfGroup(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const text = tokens[index]?.[0] ?? '';
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    if (depth === 0) return text === ')' || text === ']' || text === '}' ? index : start - 1;
  }
  return tokens.length - 1;
}

/** Splits at semicolons outside of brackets, and after the body of a function. */
function splitStatements(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [];
  let statement: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const isBody = token[0] === '{' && statement.at(-1)?.[0] === ')';
    if (isBody || token[0] === ';') {
      statements.push(statement);
      statement = [];
      if (isBody) index = endOfGroup(tokens, index);
    } else if ('([{'.includes(token[0])) {
      const end = endOfGroup(tokens, index);
      statement.push(...tokens.slice(index, end + 1));
      index = end;
    } else statement.push(token);
  }
  return statements;
}

/** Maps the tags of structs, and the names of types, to the names that typedefs give them. */
function structNames(statements: readonly Token[][]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const statement of statements) {
    const [declaration = []] = splitAt(statement, ',');
    const [first, kind, tag] = declaration.map(([text]) => text);
    const name = declaration.at(-1)?.[0] ?? '';
    if (first !== 'typedef' || declaration.at(-2)?.[0] === '*') continue;
    const isStruct = kind === 'struct' || kind === 'union';
    const own = isStruct ? tag : declaration.length === 3 ? kind : undefined;
    if (own !== undefined && IDENTIFIER.test(own) && IDENTIFIER.test(name))
      names.set(own, [...(names.get(own) ?? []), name]);
  }
  return names;
}

function readStatement(
  statement: readonly Token[],
  typedefs: ReadonlyMap<string, readonly string[]>,
): CDeclaration[] {
  const open = statement.findIndex(([text]) => text === '{');
  if (open >= 0 && !statement.slice(0, open).some(([text]) => text === '=' || text === '('))
    return readBody(statement, open, typedefs);
  return splitAt(statement, ',').flatMap((part): CDeclaration[] => {
    const declarator = readDeclarator(part);
    if (!declarator) return [];
    const { name, parameters, file } = declarator;
    if (statement[0]?.[0] === 'typedef') return [{ name, kind: 'type', text: '', file }];
    if (parameters !== undefined) return [{ name, kind: 'function', text: parameters, file }];
    const isForward =
      statement.length === 2 && /^(?:struct|union|enum)$/.test(statement[0]?.[0] ?? '');
    return isForward ? [] : [{ name, kind: 'variable', text: '', file }];
  });
}

/** Reads a struct, a union or an enum with a body at `open`, and what is declared behind it. */
function readBody(
  statement: readonly Token[],
  open: number,
  typedefs: ReadonlyMap<string, readonly string[]>,
): CDeclaration[] {
  const close = endOfGroup(statement, open);
  const body = statement.slice(open + 1, close);
  const head = statement.slice(0, open).map(([text]) => text);
  const [file = ''] = statement.slice(open).map(([, path]) => path);
  const tag = IDENTIFIER.test(head.at(-1) ?? '') ? head.at(-1) : undefined;
  const isTagged = tag !== undefined && !['struct', 'union', 'enum'].includes(tag);
  const behind = splitAt(statement.slice(close + 1), ',').flatMap(
    (part) => readDeclarator(part) ?? [],
  );
  const kind = head[0] === 'typedef' ? ('type' as const) : ('variable' as const);
  const found: CDeclaration[] = behind.map(({ name }) => ({ name, kind, text: '', file }));
  if (head.includes('enum')) return [...found, ...readConstants(body)];
  if (isTagged && behind.length === 0) found.push({ name: tag, kind: 'type', text: '', file });
  const names = isTagged
    ? (typedefs.get(tag) ?? [tag])
    : behind.slice(0, 1).map(({ name }) => name);
  const aliases = new Set(names.flatMap((name) => [name, ...(typedefs.get(name) ?? [])]));
  return [...found, ...[...aliases].flatMap((name) => readMembers(body, name))];
}

function readConstants(body: readonly Token[]): CDeclaration[] {
  return splitAt(body, ',').flatMap(([first]) =>
    first && IDENTIFIER.test(first[0])
      ? [{ name: first[0], kind: 'constant' as const, text: '', file: first[1] }]
      : [],
  );
}

/** Reads the members of a struct, with those of anonymous structs and unions in it. */
function readMembers(body: readonly Token[], struct: string): CDeclaration[] {
  return splitAt(body, ';').flatMap((member) => {
    const open = member.findIndex(([text]) => text === '{');
    if (open >= 0) {
      const close = endOfGroup(member, open);
      if (member.length === close + 1)
        return member[0]?.[0] === 'enum' ? [] : readMembers(member.slice(open + 1, close), struct);
      return memberNames(member.slice(close + 1), struct);
    }
    return memberNames(member, struct);
  });
}

const memberNames = (tokens: readonly Token[], struct: string): CDeclaration[] =>
  splitAt(tokens, ',').flatMap((part) => {
    const found = readDeclarator(part);
    return found ? [{ name: found.name, kind: 'member', struct, text: '', file: found.file }] : [];
  });

interface Declarator {
  name: string;
  /** Of a function. */
  parameters?: string;
  file: string;
}

/** Reads the name that a declaration without a body declares: `int (*run)(void)`, `char name[10]`, `int flag : 1`. */
function readDeclarator(tokens: readonly Token[]): Declarator | undefined {
  const end = tokens.findIndex(([text]) => text === '=' || text === ':');
  const declaration = end < 0 ? tokens : tokens.slice(0, end);
  const open = declaration.findIndex(([text]) => text === '(');
  const before = declaration[open - 1];
  if (open > 0 && before && IDENTIFIER.test(before[0]) && declaration[open + 1]?.[0] !== '*') {
    const close = endOfGroup(declaration, open);
    const parameters = declaration.slice(open + 1, close).map(([text]) => text);
    return { name: before[0], parameters: parameters.join(' '), file: before[1] };
  }
  const names = declaration.slice(
    Math.max(open, 0),
    open < 0 ? undefined : endOfGroup(declaration, open),
  );
  const bracket = names.findIndex(([text]) => text === '[' || (open >= 0 && text === ')'));
  const name = (bracket < 0 ? names : names.slice(0, bracket)).findLast(([text]) =>
    IDENTIFIER.test(text),
  );
  return name && { name: name[0], file: name[1] };
}

/** Splits at a separator outside of brackets. */
function splitAt(tokens: readonly Token[], separator: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const [text] = token;
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    if (depth === 0 && text === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
