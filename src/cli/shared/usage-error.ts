/** A call that cannot be carried out. The caller sees the message and the usage text, never a stack. */
export class UsageError extends Error {}
