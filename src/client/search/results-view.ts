import { queryRequired } from '../shared/dom.ts';
import { excerptParts } from '../../search/excerpt.ts';
import type { Hit } from './search-engine.ts';
import type { MachineVerdicts } from './reader-machine.ts';

/**
 * Fills a copy of the page's `<template>` for one hit. All texts go in as text nodes.
 *
 * @param template holds elements marked `data-slot="title|id|project|symptom|status|verdict|text"`
 * @param mine what is known of the reader's machine
 */
function renderHit(
  template: HTMLTemplateElement,
  hit: Hit,
  mine: MachineVerdicts | undefined,
): DocumentFragment {
  const card = template.content.cloneNode(true) as DocumentFragment;
  const slot = (name: string) => queryRequired(card, `[data-slot="${name}"]`);

  const link = queryRequired<HTMLAnchorElement>(card, '[data-slot="title"]');
  link.textContent = hit.title;
  link.href = hit.url;
  for (const name of ['id', 'project', 'symptom', 'status'] as const) {
    slot(name).textContent = hit[name];
  }
  slot('status').classList.add(`status-${hit.statusValue}`);
  slot('text').append(...describe(hit));
  const verdict = mine?.verdicts.get(hit.id);
  // Of most faults a paste says too little; only what is known is worth a word.
  if (mine && verdict && verdict !== 'unknown') {
    slot('verdict').hidden = false;
    slot('verdict').textContent = mine.nameOf[verdict];
    slot('verdict').classList.add(`verdict-${verdict}`);
  }
  return card;
}

/**
 * Shows hits in place of those that a list has. Who has walked into the list with the arrow keys stays at the same
 * hit when a later answer comes, or at the first when it is gone.
 */
export function renderHits(
  list: HTMLElement,
  template: HTMLTemplateElement,
  hits: readonly Hit[],
  mine?: MachineVerdicts,
): void {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLAnchorElement && list.contains(activeElement)
      ? activeElement.href
      : undefined;
  list.replaceChildren(...hits.map((hit) => renderHit(template, hit, mine)));
  if (focused === undefined) return;
  const links = [...list.querySelectorAll('a')];
  (links.find(({ href }) => href === focused) ?? links[0])?.focus();
}

/** The excerpt around a hit, or the summary where nothing was searched for. */
function describe({ excerpt, summary }: Hit): Node[] {
  const parts = excerptParts(excerpt);
  if (!parts.some(({ hit }) => hit)) return [document.createTextNode(summary)];
  return parts.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
