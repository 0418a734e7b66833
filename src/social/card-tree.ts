import type { ContainerNode, ImageNode, Node, TextNode } from '@takumi-rs/core';
import type { CardText } from './card-text.ts';
import { breakable, titleSize } from './title-layout.ts';

/** The names by which a card asks for its drawings. */
export const drawingNames = { logo: 'logo', strata: 'strata' } as const;

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

const drawing = (name: keyof typeof drawingNames): ImageNode => ({
  type: 'image',
  className: name,
  src: drawingNames[name],
});

/** A card as the elements that `card.css` lays out; text stays text, whatever stands in it. */
export function cardTree(card: CardText): Node {
  const { status, affected } = card;
  const title = breakable(card.title);
  const rangeLine = (range: { package: string; versions: string }, index: number) => {
    const isLast = index === affected.ranges.length - 1;
    return box(
      'range',
      text('package', range.package),
      text('versions', range.versions),
      ...(isLast && affected.more ? [text('more', affected.more)] : []),
    );
  };
  return box(
    'card',
    drawing('strata'),
    box('top', drawing('logo'), text('site', card.site), text('id', card.id)),
    box(
      'middle',
      box(
        'kind',
        text('project', card.project),
        text('between', '·'),
        text('symptom', card.symptom),
      ),
      { ...text('title', title), style: { fontSize: titleSize(title) } },
    ),
    box(
      'panel',
      box(
        'facts',
        box(
          'fact status-fact',
          text('label', status.label),
          box(`status status-${status.id}`, box('bullet'), text('name', status.name)),
        ),
        box('fact', text('label', affected.label), ...affected.ranges.map(rangeLine)),
      ),
    ),
  );
}
