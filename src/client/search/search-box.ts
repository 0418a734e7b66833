import { queryRequired } from '../shared/dom.ts';
import { formatSize, isPaste } from './query-text.ts';

/** In characters. A longer text is kept beside the field: browsers become slow with fields of that size. */
const MAX_IN_FIELD = 50_000;

/**
 * `<kf-search-box>`: a field for words, lines and logs. It also takes megabytes by paste, by drop and by file without
 * having to display them. Fires `textchange`.
 */
export class SearchBox extends HTMLElement {
  readonly field = queryRequired(this, 'textarea');
  readonly #form = queryRequired(this, 'form');
  readonly #file = queryRequired<HTMLInputElement>(this, '[data-file]');
  readonly #attachmentLine = queryRequired(this, '.attachment');
  #attachment: { name: string; text: string; isBinary?: boolean } | undefined;
  #isFromAddress = false;
  /** Whether the field can get back a text from an address by undoing a change. */
  #wasFromAddress = false;

  connectedCallback(): void {
    this.#listenToField();
    this.#listenToFiles();
    queryRequired(this, '[data-detach]').addEventListener('click', () => {
      this.setText('', false);
      this.field.focus();
      this.#fireTextChange();
    });
    this.#keepEarlyInput();
  }

  /** The text to be answered: what is attached, else what is in the field. */
  get text(): string {
    return this.#attachment?.text ?? this.field.value;
  }

  /** Whether a part of the text came from the address of the page, which may be another person's link. */
  get isFromAddress(): boolean {
    return this.#isFromAddress;
  }

  /** Replaces the text, without an event. */
  setText(text: string, isFromAddress: boolean): void {
    if (text === this.text) return;
    this.#isFromAddress = isFromAddress;
    this.#wasFromAddress ||= isFromAddress;
    if (text.length > MAX_IN_FIELD) {
      this.#attach('', text);
      return;
    }
    this.#attachment = undefined;
    this.field.value = text;
    this.#showAttachment();
  }

  #listenToField(): void {
    this.field.addEventListener('beforeinput', ({ inputType }) => {
      const { selectionStart, selectionEnd, value } = this.field;
      const isReplaced = selectionEnd - selectionStart === value.length;
      if (inputType.startsWith('history')) this.#isFromAddress = this.#wasFromAddress;
      // A text that is dropped is added to the field, whatever is selected.
      else if (isReplaced && inputType !== 'insertFromDrop') this.#isFromAddress = false;
    });
    this.field.addEventListener('input', () => this.#fireTextChange());
    this.field.addEventListener('keydown', (event) => {
      // Enter submits a single line, as in every search field; in a log it is a line break.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isPaste(this.text))
        return;
      event.preventDefault();
      this.#fireTextChange();
    });
    this.field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.length <= MAX_IN_FIELD) return;
      event.preventDefault();
      this.#isFromAddress = false;
      this.#attach('', text);
      this.#fireTextChange();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#fireTextChange();
    });
  }

  #listenToFiles(): void {
    const setDragging = (isDragging: boolean) =>
      this.#form.classList.toggle('dragging', isDragging);
    this.#form.addEventListener('dragover', (event) => {
      event.preventDefault();
      setDragging(true);
    });
    this.#form.addEventListener('dragleave', () => setDragging(false));
    this.#form.addEventListener('drop', (event) => {
      event.preventDefault();
      setDragging(false);
      void this.#read(event.dataTransfer?.files[0]);
    });
    this.#file.addEventListener('change', () => void this.#readChosenFile());
  }

  /** Keeps what was entered before this script ran. */
  #keepEarlyInput(): void {
    const text = this.field.value;
    if (text.length > MAX_IN_FIELD) this.#attach('', text);
    // Enter was pressed to submit a line, and nothing kept the field from adding a line break.
    else if (text.endsWith('\n') && !isPaste(text)) this.field.value = text.trimEnd();
    if (this.#file.files?.length) void this.#readChosenFile();
  }

  async #readChosenFile(): Promise<void> {
    await this.#read(this.#file.files?.[0]);
    // Otherwise choosing the same file again would not be a change.
    this.#file.value = '';
  }

  async #read(file: File | undefined): Promise<void> {
    if (!file) return;
    // Loaded when it is needed: few readers open a file.
    const { readLog } = await import('../../domain/text/decode-text.ts');
    const log = await readLog(file);
    this.#isFromAddress = false;
    this.#attach(file.name, log?.text ?? '', !log);
    this.#fireTextChange();
  }

  #attach(name: string, text: string, isBinary = false): void {
    this.#attachment = { name, text, isBinary };
    this.field.value = '';
    this.#showAttachment();
  }

  #showAttachment(): void {
    const attachment = this.#attachment;
    this.#attachmentLine.hidden = !attachment;
    this.field.disabled = attachment !== undefined;
    if (!attachment) return;
    queryRequired(this, '[data-attachment-name]').textContent = [
      attachment.name,
      attachment.isBinary ? this.#form.dataset['binary'] : formatSize(attachment.text),
    ]
      .filter(Boolean)
      .join(', ');
  }

  #fireTextChange(): void {
    this.dispatchEvent(new Event('textchange'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-search-box': SearchBox;
  }
}

customElements.define('kf-search-box', SearchBox);
