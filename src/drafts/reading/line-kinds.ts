import { appendEnglish } from '../../diagnosis/clean/translations.ts';
import { bareCode, endsBraced, withoutComment } from './bare-code.ts';
import { codeForms } from './code-forms.ts';
import { isOutput } from './output-lines.ts';
import type { Language } from './languages.ts';

const CJK = /[\u3400-\u9fff\uf900-\ufaff]/g;
const LATIN = /[A-Za-z_]/g;

const STOP_WORDS =
  /\b(?:the|is|are|was|were|this|that|these|those|of|to|and|but|because|which|when|you|we|it|they|has|have|should|would|can|will|not|there|then|than|very|also|with|your|our|my)\b/gi;

/** Stop words that make a line of Latin letters a sentence. */
const SENTENCE_WORDS = 3;

/** Chinese signs from which a line with a message in it is a sentence. */
const SPOKEN_SIGNS = 6;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** True for a sentence, in Chinese or English: what a person says, not what a machine reads or prints. */
export function isSentence(line: string): boolean {
  const bare = bareCode(line);
  const cjk = count(bare, CJK);
  if (cjk >= 2) return cjk * 2 >= count(bare, LATIN) || /[，。：；！？]/.test(bare);
  return count(bare, STOP_WORDS) >= SENTENCE_WORDS && !endsBraced(bare);
}

/** The language that a single line gives away, `undefined` for what may be anything. What a program printed is a `message`. */
export function codeLanguage(line: string): Language | undefined {
  if (line.length > 2_000 || line.trim() === '') return undefined;
  if (isOutput(line.trim())) return isSpoken(line) ? undefined : 'message';
  if (isSentence(line)) return undefined;
  const bare = bareCode(line);
  if (count(bare, CJK) > 0) return undefined;
  const code = withoutComment(line).trimEnd();
  const found = formOf(code) ?? formOf(code.split(/(?<=\S) {4,}(?=\S)/, 1)[0] ?? '');
  const isBraced = endsBraced(bare);
  if (found === 'python' && isBraced && !/^\s*(?:from|import|def|class|@)\b/.test(line)) {
    return /::|->|\blet\b/.test(line) ? 'rust' : 'c';
  }
  return found ?? (isBraced ? braced(line) : undefined);
}

function formOf(code: string): Language | undefined {
  return codeForms.find(([, form]) => form.test(code))?.[0];
}

function braced(line: string): Language | undefined {
  if (/^\s*[{}][;,)\s]*$/.test(line)) return 'c';
  return /[()=]|->|::/.test(line) ? (/::|->/.test(line) ? 'cpp' : 'c') : undefined;
}

/** A message inside a Chinese sentence that speaks of it; what Windows and compilers print in Chinese is known. */
function isSpoken(line: string): boolean {
  const cjk = count(line, CJK);
  return cjk > count(line, LATIN) || (cjk >= SPOKEN_SIGNS && appendEnglish(line) === line);
}

/** True for a line that may be code beside code: a comment, a bracket, an argument on a line of its own. */
export function mayContinueCode(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 400) return false;
  if (/^(?:#(?!#)|\/\/|\/\*|\*\/|--\s)/.test(text))
    return !/^#{1,6} .{0,30}$/.test(text) || text.startsWith('# ');
  if (/^[)\]}>.,'"`\\;:]+$/.test(text)) return true;
  if (isSentence(line)) return false;
  if (/^\s{2,}\S/.test(line) || /^\t/.test(line)) return true;
  return /[()[\]{}=<>_;:\\|/*]|->|\w\.\w/.test(text) && count(text, CJK) === 0;
}
