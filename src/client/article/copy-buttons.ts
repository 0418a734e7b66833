import { copyOnClick, copyText } from '../shared/clipboard.ts';

/** How long a section link shows that its address was copied. */
const FEEDBACK_MS = 2000;

/** Prompts of a Unix shell, of PowerShell and of the Windows command line. */
const PROMPT = /^(?:\$|PS>|>) /;

/** Wires the copy buttons of the page, and adds one to every code block: without a script it would do nothing. */
export function addCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    copyOnClick(button, () => button.dataset['copy'] ?? '');
  }
  const text = document.querySelector<HTMLElement>('[data-copy-label]');
  if (!text) return;
  for (const figure of text.querySelectorAll('figure.code')) {
    const code = figure.querySelector('pre code');
    const language = figure.querySelector('pre')?.dataset['language'];
    if (!code) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small copy-code';
    button.textContent = text.dataset['copyLabel'] ?? '';
    copyOnClick(button, () => copyableText(code, language), text);
    figure.append(button);
  }
}

/** Adds a link to itself to every section of an article; a click also copies its address. */
export function addSectionLinks(): void {
  const text = document.querySelector<HTMLElement>('[data-section-label]');
  if (!text) return;
  const { sectionLabel = '', copied = '' } = text.dataset;
  for (const heading of text.querySelectorAll('h2[id]')) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.className = 'section-link';
    link.ariaLabel = sectionLabel;
    // The style sheet adds the sign and the feedback, so the text content of the heading does not change.
    link.addEventListener('click', async () => {
      if (!(await copyText(link.href))) return;
      link.dataset['copied'] = copied;
      setTimeout(() => delete link.dataset['copied'], FEEDBACK_MS);
    });
    heading.append(link);
  }
}

/** Returns the commands of a shell session without prompts and output; any other block is copied whole. */
function copyableText(code: Element, language: string | undefined): string {
  const text = code.textContent;
  if (language !== 'console') return text;
  const commands = text
    .split('\n')
    .filter((line) => PROMPT.test(line))
    .map((line) => line.replace(PROMPT, ''));
  return commands.length > 0 ? commands.join('\n') : text;
}
