/** A call that cannot be carried out, said to the caller without a stack. */
export class UsageError extends Error {}
