import { FAULT_SLOPE, logoFault, logoLayers } from './logo-geometry.ts';
import type { ThemeColors } from './theme-colors.ts';

/** Size of the picture at the bottom of a card, in pixels. */
const layersSize = { width: 1200, height: 200 };

/** Horizontal gap between a layer and the fault line, in pixels. */
const GAP = 17;

/** How much lower the layers are to the right of the fault line, in pixels. */
const DROP = 40;

/** Where the fault line meets the upper edge of the picture, in pixels from the left. */
const FAULT_LEFT = 1046;

/** Returns the logo as SVG. */
export function logoSvg(colors: ThemeColors): string {
  const layers = logoLayers
    .map((outline) => `<path fill="${colors.get('--ink')}" d="${outline}"/>`)
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${layers}` +
    `<path fill="none" stroke="${colors.get('--accent')}" stroke-width="1.8" d="${logoFault}"/></svg>`
  );
}

/** Returns the enlarged logo at the bottom of a card as SVG: a thin and a thick layer, both cut by a fault line. */
export function layersSvg(colors: ThemeColors): string {
  const { width, height } = layersSize;
  const fault = (y: number) => FAULT_LEFT - y * FAULT_SLOPE;
  const layer = (top: number, bottom: number, fill: string) => {
    const left = `M0 ${top}H${fault(top) - GAP}L${fault(bottom) - GAP} ${bottom}H0z`;
    const [droppedTop, droppedBottom] = [top + DROP, bottom + DROP];
    const right =
      `M${fault(droppedTop) + GAP} ${droppedTop}H${width}V${droppedBottom}` +
      `H${fault(droppedBottom) + GAP}z`;
    return `<path fill="${fill}" d="${left}${right}"/>`;
  };
  const line = `M${fault(0)} 0L${fault(height)} ${height}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    layer(24, 34, colors.get('--shade-3')) +
    layer(48, height, colors.get('--term-ground')) +
    `<path fill="none" stroke="${colors.get('--accent')}" stroke-width="12" stroke-linecap="square" d="${line}"/></svg>`
  );
}
