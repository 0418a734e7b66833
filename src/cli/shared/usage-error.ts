/** A usage error, shown to the caller without a stack trace. */
export class UsageError extends Error {}
