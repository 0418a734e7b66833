/** An invalid input or event; the message names what was found and what is expected. */
export class InputError extends Error {}
