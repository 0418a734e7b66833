import type { ContainerNode, ImageNode, Node, TextNode } from '@takumi-rs/core';
import type { CardText } from './card-text.ts';
import { breakable, fixSize, titleSize } from './title-layout.ts';

/** Images that the renderer provides. */
export type CardImageName = 'logo' | 'layers';

const box = (className: string, ...children: Node[]): ContainerNode => ({
  type: 'container',
  className,
  children,
});

const text = (className: string, content: string): TextNode => ({
  type: 'text',
  className,
  text: content,
});

const image = (name: CardImageName): ImageNode => ({
  type: 'image',
  className: name,
  src: name,
});

/** Returns the elements of a card, which `card.css` lays out. Text is never parsed as markup. */
export function cardTree(card: CardText): Node {
  const { status, fix } = card;
  const title = breakable(card.title);
  const fixText = breakable(fix.text);
  return box(
    'card',
    image('layers'),
    box('top', image('logo'), text('site', card.site), text('id', card.id)),
    box(
      'middle',
      box(
        'kind',
        text('project', card.project),
        text('between', '·'),
        text('symptom', card.symptom),
        box(`status status-${status.value}`, box('bullet'), text('name', status.name)),
      ),
      { ...text('title', title), style: { fontSize: titleSize(title) } },
    ),
    box('panel', text('label', fix.label), {
      ...text('fix', fixText),
      style: { fontSize: fixSize(fixText) },
    }),
  );
}
