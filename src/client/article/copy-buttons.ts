import { copyText } from '../shared/clipboard.ts';

const FEEDBACK_MS = 2000;

/** Of a Unix shell, of PowerShell, of the Windows command line. */
const PROMPT = /^(?:\$|PS>|>) /;

/** Words of a copy button, as the page gives them in its `data-` attributes. */
interface CopyWords {
  copied: string;
  failed: string;
}

/**
 * Makes the page's copy buttons work and gives every code block one of its own.
 * The latter are made here because without a script they would be dead.
 */
export function addCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const { copy = '', copied = '', copyFailed = '' } = button.dataset;
    onClickCopy(button, () => copy, { copied, failed: copyFailed });
  }
  const text = document.querySelector<HTMLElement>('[data-copy-label]');
  if (!text) return;
  const { copyLabel = '', copied = '', copyFailed = '' } = text.dataset;
  for (const figure of text.querySelectorAll('figure.code')) {
    const code = figure.querySelector('pre code');
    const language = figure.querySelector('pre')?.dataset['language'];
    if (!code) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small copy-code';
    button.textContent = copyLabel;
    onClickCopy(button, () => copyableText(code, language), { copied, failed: copyFailed });
    figure.append(button);
  }
}

/** Gives every section of an article a link to itself, which also copies its address. */
export function addSectionLinks(): void {
  const text = document.querySelector<HTMLElement>('[data-section-label]');
  if (!text) return;
  const { sectionLabel = '', copied = '' } = text.dataset;
  for (const heading of text.querySelectorAll('h2[id]')) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.className = 'section-link';
    link.ariaLabel = sectionLabel;
    // Its sign and the word behind it are in the style sheet: the heading's own text stays what it was.
    link.addEventListener('click', async () => {
      if (!(await copyText(link.href))) return;
      link.dataset['copied'] = copied;
      setTimeout(() => delete link.dataset['copied'], FEEDBACK_MS);
    });
    heading.append(link);
  }
}

/** What a reader wants from a block: of a shell session the commands without prompt and output, else all. */
function copyableText(code: Element, language: string | undefined): string {
  const text = code.textContent ?? '';
  if (language !== 'console') return text;
  const commands = text
    .split('\n')
    .filter((line) => PROMPT.test(line))
    .map((line) => line.replace(PROMPT, ''));
  return commands.length > 0 ? commands.join('\n') : text;
}

function onClickCopy(button: HTMLButtonElement, text: () => string, words: CopyWords): void {
  const label = button.textContent ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    button.textContent = (await copyText(text())) ? words.copied : words.failed;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
    }, FEEDBACK_MS);
  });
}
