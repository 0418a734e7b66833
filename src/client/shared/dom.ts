/**
 * Returns the first element that matches.
 *
 * @throws Error when there is none: the markup and the script of a page disagree
 */
export function queryRequired<K extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  selector: K,
): HTMLElementTagNameMap[K];
export function queryRequired<T extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): T;
export function queryRequired(root: ParentNode, selector: string): Element {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`No element ${selector}`);
  return element;
}

/** A copy of a `<template>` whose elements are filled by the name in their `data-slot`. */
export interface TemplateCopy {
  fragment: DocumentFragment;
  /** @throws Error when the template has no such slot */
  slot<T extends HTMLElement = HTMLElement>(name: string): T;
}

/** Copies a `<template>` for one item of a list. */
export function copyTemplate(template: HTMLTemplateElement): TemplateCopy {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  return { fragment, slot: (name) => queryRequired(fragment, `[data-slot="${name}"]`) };
}

/** Appends a text in which backticks mark code, as in Markdown. */
export function appendTextWithCode(element: HTMLElement, text: string): void {
  text.split('`').forEach((part, index) => {
    if (index % 2 === 0) {
      element.append(part);
      return;
    }
    const code = document.createElement('code');
    code.textContent = part;
    element.append(code);
  });
}

/** Replaces the content of an element by such a text. */
export function fillTextWithCode(element: HTMLElement, text: string): void {
  element.replaceChildren();
  appendTextWithCode(element, text);
}

/** Returns one list item per line of text. */
export function listItems(lines: readonly string[]): HTMLLIElement[] {
  return lines.map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  });
}

/** True for a click that follows a link in this tab, without a modifier key or another mouse button. */
export function isPlainClick({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
