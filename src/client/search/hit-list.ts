import type { ExcerptPart } from '../../search/excerpt.ts';
import type { Hit } from '../../search/search-outcome.ts';
import { appendTextWithCode, copyTemplate } from '../shared/dom.ts';
import type { MachineVerdicts } from './machine-verdicts.ts';

/**
 * Replaces the hits of a list. A reader who has moved the focus into the list stays at the same hit, or at the first
 * one when it is gone.
 *
 * @param template see `ResultTemplate.astro`
 * @param machine the verdicts for the reader's machine, shown where they are certain
 */
export function renderHits(
  list: HTMLElement,
  template: HTMLTemplateElement,
  hits: readonly Hit[],
  machine?: MachineVerdicts,
): void {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLAnchorElement && list.contains(activeElement)
      ? activeElement.href
      : undefined;
  list.replaceChildren(...hits.map((hit) => renderHit(template, hit, machine)));
  if (focused === undefined) return;
  const links = [...list.querySelectorAll('a')];
  (links.find(({ href }) => href === focused) ?? links[0])?.focus();
}

function renderHit(
  template: HTMLTemplateElement,
  hit: Hit,
  machine: MachineVerdicts | undefined,
): DocumentFragment {
  const { fragment, slot } = copyTemplate(template);
  const link = slot<HTMLAnchorElement>('title');
  link.textContent = hit.title;
  link.href = hit.url;
  for (const name of ['id', 'project', 'symptom', 'status'] as const) {
    slot(name).textContent = hit[name];
  }
  slot('fix-line').hidden = hit.fix === '';
  appendTextWithCode(slot('fix'), hit.fix);
  slot('status').classList.add(`status-${hit.statusValue}`);
  slot('text').append(...markedText(hit.summary));
  slot('excerpt').append(...markedText(hit.excerpt));
  slot('excerpt').hidden = !hit.excerpt.some((part) => part.hit);
  const verdict = machine?.verdicts.get(hit.id);
  if (machine && verdict && verdict !== 'unknown' && verdict !== 'possible') {
    slot('verdict').hidden = false;
    slot('verdict').textContent = machine.names[verdict];
    slot('verdict').classList.add(`verdict-${verdict}`);
  }
  return fragment;
}

function markedText(parts: readonly ExcerptPart[]): Node[] {
  return parts.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
