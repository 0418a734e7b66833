/** A value of a record, without its quotes, and the index of its line. */
export interface YamlValue {
  text: string;
  line: number;
}

/** A map in a list, with its values that are neither lists nor maps. */
export interface YamlRecord {
  values: ReadonlyMap<string, YamlValue>;
  /** Index of its first line. */
  line: number;
}

/** The lines below a key at the left margin. */
export interface YamlSection {
  key: string;
  /** Index of the line after the key. */
  start: number;
  /** Index of the line after the section. */
  end: number;
}

const ITEM = /^( {0,9})- ([\w-]{1,40}):(?: (.{0,2000}))?$/;
const VALUE = /^( {1,20})([\w-]{1,40}): (.{1,2000})$/;

/**
 * Returns the sections of a YAML file that a tool wrote, up to the first line that cannot belong to it. The files are read
 * line by line because a YAML parser takes quadratic time for hostile ones.
 *
 * @param keys of the tool at the left margin
 */
export function yamlSections(
  lines: readonly string[],
  start: number,
  keys: ReadonlySet<string>,
): YamlSection[] {
  const sections: YamlSection[] = [];
  for (let line = start; line < lines.length; line++) {
    const text = lines[line] ?? '';
    const isInside = text === '' || /^[ #-]/.test(text);
    const [key = ''] = isInside ? [] : text.split(':', 1);
    if (!isInside && (!keys.has(key) || key === text)) break;
    if (!isInside) sections.push({ key, start: line + 1, end: line + 1 });
    const section = sections.at(-1);
    if (section && text !== '') section.end = line + 1;
  }
  return sections;
}

/** Returns the maps in the list of a section. */
export function yamlRecords(lines: readonly string[], { start, end }: YamlSection): YamlRecord[] {
  const records: YamlRecord[] = [];
  let values = new Map<string, YamlValue>();
  let indent: number | undefined;
  for (let line = start; line < end; line++) {
    const text = lines[line] ?? '';
    const [, before = '', ...item] = ITEM.exec(text) ?? [];
    if (item.length > 0 && before.length === (indent ?? before.length)) {
      indent = before.length;
      values = new Map([valueAt(item, line)]);
      records.push({ values, line });
      continue;
    }
    const [, margin, ...own] = VALUE.exec(text) ?? [];
    if (margin !== undefined && margin.length === (indent ?? 0) + 2)
      values.set(...valueAt(own, line));
  }
  return records;
}

function valueAt([key = '', text = '']: readonly string[], line: number): [string, YamlValue] {
  return [key, { text: unquoted(text), line }];
}

/** Removes the quotes around a value. */
export function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
