/** An input of the workflow is invalid; the message lists what is allowed. */
export class InputError extends Error {}
