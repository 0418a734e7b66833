/** How pages name the language of a block. */
const LANGUAGE =
  /(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s?|prism-|prettyprint )?(python|py|cython|pyx|c\+\+|cpp|c|rust|rs|bash|shell|sh|console|toml|yaml|json|cmake|powershell|diff|ini|text)(?=[\s;]|$)/i;

const LINE_NUMBERS =
  'ul.pre-numbering, ol.pre-numbering, .line-numbers-rows, .linenos, .lineno, .line-number, .line-numbers, td.gutter, td.lineno, td.lntd:first-child:not(:last-child), .lnt, .ln, td.rouge-gutter, .hljs-ln-numbers, .hljs-button, .copy-btn, .code-copy, .copy-code-btn';

/**
 * Turns a block of code as blogs mark it up (a list of lines, a table with a column of numbers, a span for each line)
 * into plain `<pre><code class="language-x">`.
 */
export function plainCode(block: Element, document: Document): void {
  const language = languageOf(block);
  for (const numbers of block.querySelectorAll(LINE_NUMBERS)) numbers.remove();
  const text = withoutNumbers(textOf(block));
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  if (language !== undefined) code.setAttribute('class', `language-${language}`);
  code.textContent = text
    .replace(/\u00a0/g, ' ')
    .replace(/^\n+/, '')
    .trimEnd();
  pre.append(code);
  block.replaceWith(pre);
}

function languageOf(block: Element): string | undefined {
  const inner = block.querySelector('code');
  for (const element of [inner, block, block.parentElement, block.parentElement?.parentElement]) {
    const named =
      element?.getAttribute('data-lang') ??
      element?.getAttribute('data-language') ??
      element?.getAttribute('class') ??
      '';
    const language = LANGUAGE.exec(named)?.[1];
    if (language !== undefined) return language.toLowerCase();
  }
  return undefined;
}

/** Lines without the numbers 1, 2, 3 ... that each of them begins with. */
function withoutNumbers(text: string): string {
  const lines = text.trimEnd().split('\n');
  const isNumbered = lines.every((line, at) => line.trimStart().startsWith(`${at + 1} `));
  if (!isNumbered || lines.length < 2) return text;
  return lines.map((line, at) => line.trimStart().slice(`${at + 1} `.length)).join('\n');
}

/** Elements that are a line of their own inside a block. */
const LINES = new Set(['LI', 'TR', 'DIV', 'P']);

/** The text of a block with its line ends, also where they are elements. */
function textOf(block: Node): string {
  const parts: string[] = [];
  const endLine = () => {
    if (parts.length > 0 && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      parts.push(node.textContent ?? '');
      return;
    }
    if (node.nodeName === 'BR') {
      parts.push('\n');
      return;
    }
    const isLine = LINES.has(node.nodeName);
    if (isLine) endLine();
    for (const child of node.childNodes) walk(child);
    if (isLine) endLine();
  };
  walk(block);
  return parts.join('');
}
