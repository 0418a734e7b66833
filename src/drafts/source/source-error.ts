/** A source that cannot be read at all, said to the writer in one line. */
export class SourceError extends Error {}
