import sax from 'sax';
import type { Violation } from './validate-article.ts';

type Refused = Omit<Violation, 'line'>;

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Allowed elements: shapes, text and paint. Nothing that runs, animates, fetches or contains HTML, and no `<use>` or
 * `<pattern>`, since a few nested ones expand to millions of elements.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs title desc path rect circle ellipse line polyline polygon text tspan marker ' +
    'linearGradient radialGradient stop clipPath'
  ).split(' '),
);

const MAX_DEPTH = 20;

/** Feed the parser in chunks of 4 KB, so rejection stops it early. */
const CHUNK = 4_096;

const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'aria-hidden aria-label aria-labelledby class clip-path clip-rule clipPathUnits color cx cy d ' +
    'dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style font-weight fr fx fy ' +
    'gradientTransform gradientUnits height href id letter-spacing marker-end marker-mid marker-start ' +
    'markerHeight markerUnits markerWidth offset opacity orient overflow ' +
    'paint-order pathLength points preserveAspectRatio r refX ' +
    'refY role rotate rx ry spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset ' +
    'stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textLength ' +
    'transform vector-effect version viewBox visibility width word-spacing x x1 x2 xml:space y y1 y2'
  ).split(' '),
);

/** Matches references out of the picture: any `url()` but `url(#gradient)`, and escapes, since `u\72l` is `url` too. */
const OUTSIDE = /url\((?!#[\w-]+\))|\\/i;

const VIEW_BOX = /^-?[\d.]{1,9}(?: -?[\d.]{1,9}){3}$/;

const DECLARATION = /^version="1\.\d"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")?$/i;

/**
 * Checks an SVG picture; returns `undefined` if it may be published. Opened at its own address, an SVG is a document with
 * the same origin as the site, so only known drawing elements and attributes are allowed.
 */
export function refuseSvg(source: string): Refused | undefined {
  const parser = sax.parser(true, { xmlns: true });
  let refused: Refused | undefined;
  const refuse = (found: string, allowed: string) => {
    refused ??= { found, allowed };
  };
  let depth = 0;
  let roots = 0;
  parser.onerror = ({ message }) =>
    refuse(`SVG that does not parse (${message.split('\n')[0]})`, 'well-formed XML');
  parser.ondoctype = () => refuse('a document type in SVG', 'none: it may declare entities');
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name === 'xml' && DECLARATION.test(body.trim())) return;
    refuse(`the instruction <?${name}?> in SVG`, 'none, or <?xml version="1.0"?>');
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as sax.QualifiedTag;
    if (depth === 0) roots++;
    depth++;
    if (depth > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} levels in SVG`, 'a flatter picture');
    if (uri !== SVG || !ELEMENTS.has(local) || (depth === 1 && local !== 'svg')) {
      refuse(`the element <${tag.name}> in SVG`, [...ELEMENTS].join(', '));
    }
    if (depth === 1 && !VIEW_BOX.test(attributes['viewBox']?.value ?? '')) {
      // The build reads the size of the picture from it.
      refuse('no viewBox in SVG', 'viewBox="0 0 width height"');
    }
    for (const attribute of Object.values(attributes)) refuseAttribute(attribute, refuse);
  };
  parser.onclosetag = () => depth--;
  for (let at = 0; at < source.length && !refused; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
  }
  // After an error, the parser throws on the next chunk.
  if (!refused) parser.close();
  if (roots !== 1) refuse(`${roots} elements <svg>`, 'exactly one, around everything else');
  return refused;
}

function refuseAttribute(
  { name, local, prefix, uri, value }: sax.QualifiedAttribute,
  refuse: (found: string, allowed: string) => void,
): void {
  if (name === 'xmlns' || prefix === 'xmlns') return;
  const known = uri === XLINK ? local : name;
  if (!ATTRIBUTES.has(known)) {
    refuse(`the attribute ${name} in SVG`, 'attributes of shapes, such as fill and stroke');
  } else if (known === 'href' ? !/^#[\w-]+$/.test(value) : OUTSIDE.test(value)) {
    refuse(
      `${name}=${JSON.stringify(value)} in SVG`,
      'a reference within the picture, such as #arrow',
    );
  }
}
