/**
 * Returns a function that calls `create` on first use and shares the result for the rest of the build. In a dev server
 * it calls `create` every time, so that edits show.
 */
export function oncePerBuild<T>(create: () => Promise<T>): () => Promise<T> {
  if (import.meta.env.DEV) return create;
  let created: Promise<T> | undefined;
  return () => (created ??= create());
}
