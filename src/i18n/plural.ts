/** Returns a number with an English noun: `1 fault`, `2 faults`. */
export const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
