import type { Language } from './languages.ts';
import { codeLanguage } from './line-kinds.ts';
import { isOutput } from './output-lines.ts';

/** Lines of a block that are looked at; its language does not change behind them. */
const LINES_READ = 400;

/** Names that people give to blocks of anything. */
const VAGUE = new Set<Language>(['python', 'bash', 'text', 'c', 'message', 'console']);

/**
 * The language of a block: what it was called, unless that is a vague name and the lines say otherwise; else what most
 * of its lines look like.
 */
export function blockLanguage(lines: readonly string[], named?: Language): Language {
  if (named !== undefined && !VAGUE.has(named)) return named;
  const counts = new Map<Language, number>();
  const read = lines.filter((line) => line.trim() !== '').slice(0, LINES_READ);
  for (const line of read) {
    const language = codeLanguage(line);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const found = decide(counts, read);
  if (named === undefined || named === 'text') return found ?? named ?? 'text';
  if (named === 'python') return found === 'message' || found === 'cython' ? found : 'python';
  if (named === 'c') return found === 'cpp' || found === 'message' ? found : 'c';
  if (named === 'bash') return found === 'message' || found === 'console' ? found : 'bash';
  return named;
}

function decide(
  counts: ReadonlyMap<Language, number>,
  lines: readonly string[],
): Language | undefined {
  const of = (language: Language) => counts.get(language) ?? 0;
  const prompts = lines.filter((line) =>
    /^(?:\([\w.-]{1,40}\) )?(?:\$|>>>|In \[\d+\]:) /.test(line),
  );
  if (prompts.length > 0) return 'console';
  const isTraceback = lines.some((line) => /^\s*Traceback \(most recent/.test(line));
  const printed = lines.filter((line) => isOutput(line.trim())).length;
  if (isTraceback || (printed > 0 && printed * 3 >= lines.length)) {
    return of('console') > 0 && !isTraceback ? 'console' : 'message';
  }
  if (of('toml') > 0) return 'toml';
  if (of('cython') > 0) return 'cython';
  if (of('rust') > 0 && of('rust') * 3 >= of('c') + of('cpp')) return 'rust';
  if (of('cpp') > 0 && of('cpp') + of('c') >= of('python')) return 'cpp';
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (first?.[0] === 'console') return 'bash';
  return first?.[0];
}
