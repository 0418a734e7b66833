/** The workflow asks for something that there is not; the message says what may be asked for. */
export class InputError extends Error {}
