/** The mark of the site on a square of 24: strata displaced along a fault. */
export const logoStrata = [
  'M2 5h9.2L9.6 9H2zM2 13h6L6.400 17H2z',
  'M13.600 9H22v4h-10zM10.400 17H22v4H8.800z',
] as const;
export const logoFault = 'M14.200 1 5.800 23';

/** How far the fault of the mark goes to the left for each pixel down. */
export const FAULT_SLOPE = (14.2 - 5.8) / (23 - 1);
