/** Outlines of the logo in a 24 × 24 view box: layers of rock, cut and displaced by a fault line. */
export const logoLayers = [
  'M2 5h9.2L9.6 9H2zM2 13h6L6.400 17H2z',
  'M13.600 9H22v4h-10zM10.400 17H22v4H8.800z',
] as const;
export const logoFault = 'M14.200 1 5.800 23';

/** Slope of the fault line: pixels to the left for each pixel down. */
export const FAULT_SLOPE = (14.2 - 5.8) / (23 - 1);
