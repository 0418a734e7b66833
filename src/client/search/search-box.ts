import { browserWords } from '../../i18n/browser-words.ts';
import { queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import { formatSize, isOutput, isPaste } from './query-text.ts';

/** In characters. A longer text is kept beside the field: browsers become slow with fields of that size. */
const MAX_IN_FIELD = 50_000;

/** Kinds of input that replace or add a text at once. */
const WHOLE_TEXT = /^(?:insertFrom(?:Paste|PasteAsQuotation|Drop|Yank)|history)/;

/**
 * `<kf-search-box>`: a field for words, lines and logs. It also takes megabytes by paste, by drop and by file without
 * having to display them. A log is folded to one line once it is in the field. Fires `textchange`, and `clear` when the
 * reader wants to start over.
 */
export class SearchBox extends HTMLElement {
  readonly field = queryRequired(this, 'textarea');
  readonly #form = queryRequired(this, 'form');
  readonly #file = queryRequired<HTMLInputElement>(this, '[data-file]');
  readonly #summary = queryRequired(this, '[data-summary]');
  readonly #words = browserWords[siteLocale()];
  #attachment: { name: string; text: string; isBinary?: boolean } | undefined;
  /** The line of a folded text that tells most about it. */
  #line = '';
  #isFromAddress = false;
  /** Whether the field can get back a text from an address by undoing a change. */
  #wasFromAddress = false;
  /** Whether the reader has edited the text since it was put into the field. */
  #isEdited = false;

  connectedCallback(): void {
    this.#listenToField();
    this.#listenToFiles();
    queryRequired(this, '[data-clear]').addEventListener('click', () =>
      this.dispatchEvent(new Event('clear')),
    );
    queryRequired(this, '[data-edit]').addEventListener('click', () => {
      this.#isEdited = true;
      this.#unfold();
      this.field.focus();
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

  /** Whether the text is shown as one line. */
  get isFolded(): boolean {
    return this.#form.classList.contains('folded');
  }

  /** Replaces the text, without an event. A log is folded. */
  setText(text: string, isFromAddress: boolean): void {
    this.#isEdited = false;
    if (text !== this.text || text === '') {
      this.#isFromAddress = isFromAddress;
      this.#wasFromAddress ||= isFromAddress;
      if (text.length > MAX_IN_FIELD) {
        this.#attach('', text);
        return;
      }
      this.#attachment = undefined;
      this.field.value = text;
    }
    this.#foldIf(isPaste(text));
  }

  /** Shows a line of the text in place of a folded one, such as its error. */
  showLine(line: string): void {
    this.#line = line;
    this.#showSummary();
  }

  #listenToField(): void {
    this.field.addEventListener('beforeinput', ({ inputType }) => {
      const { selectionStart, selectionEnd, value } = this.field;
      const isReplaced = selectionEnd - selectionStart === value.length;
      if (inputType.startsWith('history')) this.#isFromAddress = this.#wasFromAddress;
      // A text that is dropped is added to the field, whatever is selected.
      else if (isReplaced && inputType !== 'insertFromDrop') {
        this.#isFromAddress = false;
        this.#isEdited = false;
      }
    });
    this.field.addEventListener('input', (event) => this.#takeInput(event as InputEvent));
    this.field.addEventListener('pointerdown', () => this.#unfold());
    this.field.addEventListener('keydown', (event) => {
      // Enter submits a single line, as in every search field; in a log it is a line break.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isPaste(this.text))
        return;
      event.preventDefault();
      this.#fireTextChange();
    });
    this.field.addEventListener('paste', (event) => this.#takePaste(event));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#fireTextChange();
    });
  }

  #takeInput({ inputType = '', data }: InputEvent): void {
    // Keyboards of phones insert the clipboard as if it were typed.
    const isWhole = WHOLE_TEXT.test(inputType) || data?.includes('\n') === true;
    this.#attachment = undefined;
    if (!isWhole) this.#isEdited = true;
    this.#foldIf(isWhole && !this.#isEdited && isOutput(this.field.value));
    this.#fireTextChange();
    // The keyboard of a phone would cover the answer.
    if (inputType.startsWith('insertFrom') && matchMedia('(pointer: coarse)').matches) {
      this.field.blur();
    }
  }

  /** A paste replaces a text that the reader has not edited, and a log replaces typed words. */
  #takePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > MAX_IN_FIELD) {
      event.preventDefault();
      this.#isFromAddress = false;
      this.#attach('', text);
      this.#fireTextChange();
      return;
    }
    const isNew = !this.#isEdited || (isPaste(text) && !isPaste(this.text));
    // The browser replaces what is selected, and can undo it.
    if (isNew && this.field.selectionStart === this.field.selectionEnd) this.field.select();
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
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.#read(file);
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
    this.#isEdited = false;
    this.field.value = '';
    this.#foldIf(true);
  }

  #foldIf(isFolded: boolean): void {
    this.#line = '';
    this.#form.classList.toggle('folded', isFolded);
    queryRequired(this, '[data-edit]').hidden = this.#attachment !== undefined;
    this.#showSummary();
  }

  #unfold(): void {
    if (!this.#attachment) this.#foldIf(false);
  }

  #showSummary(): void {
    if (!this.isFolded) return;
    const { name = '', isBinary = false } = this.#attachment ?? {};
    const size = this.#attachment
      ? formatSize(this.text)
      : this.#words.lines(countLines(this.text));
    const parts = isPaste(this.text)
      ? [name, size, this.#line]
      : [name, isBinary ? this.#form.dataset['binary'] : this.text];
    this.#summary.textContent = parts.filter(Boolean).join(' · ');
  }

  #fireTextChange(): void {
    this.dispatchEvent(new Event('textchange'));
  }
}

const countLines = (text: string) => text.trimEnd().split('\n').length;

declare global {
  interface HTMLElementTagNameMap {
    'kf-search-box': SearchBox;
  }
}

customElements.define('kf-search-box', SearchBox);
