import { queryRequired } from '../shared/dom.ts';
import { MAX_QUERY_LENGTH } from '../../search/search-state.ts';

/** Beyond this a text is kept beside the box instead of in it: fields of that size make browsers crawl. */
const LARGEST_IN_FIELD = 50_000;

/** Of a larger file the beginning and the end are read: that is where the environment and the error stand. */
const LARGEST_FILE = 5_000_000;

const KILOBYTE = 1000;

/** True for what is diagnosed rather than searched for: several lines, or one that no address should carry. */
export function isPaste(text: string): boolean {
  return text.length > MAX_QUERY_LENGTH || text.trim().includes('\n');
}

/** `4.8 MB`, in the reader's language. */
export function sizeOf(text: string): string {
  const kilobytes = text.length / KILOBYTE;
  const mega = kilobytes >= KILOBYTE;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(mega ? kilobytes / KILOBYTE : Math.max(1, kilobytes));
}

/**
 * The box: a field for words and lines, which also takes a log of megabytes by paste, by drop and by file,
 * without the field having to show it.
 */
export class Box {
  readonly field: HTMLTextAreaElement;
  readonly #form: HTMLElement;
  #attached: { name: string; text: string } | undefined;

  /** @param onChange called whenever the text is another, with true when it came in one piece */
  constructor(page: ParentNode, onChange: (inOnePiece: boolean) => void) {
    this.#form = queryRequired(page, '[data-form]');
    this.field = queryRequired<HTMLTextAreaElement>(page, '[data-box]');
    const file = queryRequired<HTMLInputElement>(this.#form, '[data-file]');

    this.field.addEventListener('input', () => onChange(false));
    this.field.addEventListener('keydown', (event) => {
      // One line is sent by Enter, as in every search box; in a log Enter is a line break.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isPaste(this.text))
        return;
      event.preventDefault();
      onChange(true);
    });
    this.field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.length <= LARGEST_IN_FIELD) return;
      event.preventDefault();
      this.attach('', text);
      onChange(true);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      onChange(true);
    });
    const dragging = (on: boolean) => this.#form.toggleAttribute('data-dragging', on);
    this.#form.addEventListener('dragover', (event) => {
      event.preventDefault();
      dragging(true);
    });
    this.#form.addEventListener('dragleave', () => dragging(false));
    this.#form.addEventListener('drop', (event) => {
      event.preventDefault();
      dragging(false);
      void this.#read(event.dataTransfer?.files[0], onChange);
    });
    file.addEventListener('change', () => {
      void this.#read(file.files?.[0], onChange).then(() => {
        // The same file again is a change too.
        file.value = '';
      });
    });
    queryRequired(this.#form, '[data-detach]').addEventListener('click', () => {
      this.text = '';
      this.field.focus();
      onChange(true);
    });
  }

  /** What is to be answered: the field, or what is attached to it. */
  get text(): string {
    return this.#attached?.text ?? this.field.value;
  }

  set text(text: string) {
    if (text === this.text) return;
    if (text.length > LARGEST_IN_FIELD) {
      this.attach('', text);
      return;
    }
    this.#attached = undefined;
    this.field.value = text;
    this.#showAttachment();
  }

  /** Keeps a long text beside the field. */
  attach(name: string, text: string): void {
    this.#attached = { name, text };
    this.field.value = '';
    this.#showAttachment();
  }

  async #read(file: File | undefined, onChange: (inOnePiece: boolean) => void): Promise<void> {
    if (!file) return;
    const half = LARGEST_FILE / 2;
    const text =
      file.size <= LARGEST_FILE
        ? await file.text()
        : `${await file.slice(0, half).text()}\n${await file.slice(-half).text()}`;
    this.attach(file.name, text);
    onChange(true);
  }

  #showAttachment(): void {
    const attachment = queryRequired(this.#form, '[data-attachment]');
    attachment.hidden = this.#attached === undefined;
    this.field.disabled = this.#attached !== undefined;
    if (!this.#attached) return;
    const { name, text } = this.#attached;
    const label = [name, sizeOf(text)].filter(Boolean).join(', ');
    queryRequired(attachment, '[data-attachment-name]').textContent = label;
  }
}
