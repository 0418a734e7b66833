import util from 'node:util';

/**
 * `util.styleText`, or plain text before Node 20.12. A named import of it fails to link on an older Node, before
 * `require-node.mjs` can report the version.
 */
export const styleText: typeof util.styleText = util.styleText ?? ((_format, text) => text);
