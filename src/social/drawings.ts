import { FAULT_SLOPE, logoFault, logoStrata } from './logo-geometry.ts';
import { color } from './theme-colors.ts';

/** Width of the gap between a stratum and the fault, along the line. */
const GAP = 17;

/** How much deeper the strata lie beyond the fault. */
const DROP = 40;

/** Where the fault meets the upper edge of its picture. */
const FAULT_LEFT = 1046;

/** The picture at the foot of a card, in pixels. */
export const strataSize = { width: 1200, height: 200 };

/** The mark of the site as a picture. */
export function logo(): string {
  const strata = logoStrata.map((d) => `<path fill="${color('--ink')}" d="${d}"/>`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${strata}` +
    `<path fill="none" stroke="${color('--accent')}" stroke-width="1.8" d="${logoFault}"/></svg>`
  );
}

/** The mark made large: a thin stratum and a thick one, on which the facts stand, both broken by a fault. */
export function strata(): string {
  const { width, height } = strataSize;
  const fault = (y: number) => FAULT_LEFT - y * FAULT_SLOPE;
  const stratum = (top: number, bottom: number, fill: string) => {
    const left = `M0 ${top}H${fault(top) - GAP}L${fault(bottom) - GAP} ${bottom}H0z`;
    const [sunkTop, sunkBottom] = [top + DROP, bottom + DROP];
    const right =
      `M${fault(sunkTop) + GAP} ${sunkTop}H${width}V${sunkBottom}` + `H${fault(sunkBottom) + GAP}z`;
    return `<path fill="${fill}" d="${left}${right}"/>`;
  };
  const line = `M${fault(0)} 0L${fault(height)} ${height}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    stratum(24, 34, color('--shade-3')) +
    stratum(48, height, color('--term-ground')) +
    `<path fill="none" stroke="${color('--accent')}" stroke-width="12" stroke-linecap="square" d="${line}"/></svg>`
  );
}
