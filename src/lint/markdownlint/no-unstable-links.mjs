/** Link patterns with the form to write instead. */
const FORMS = [
  [/^http:/, 'an https address'],
  [
    /^https:\/\/(?:github|gitlab)\.com\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|raw|edit)\/(?:main|master|trunk|develop|devel)\//,
    'a link to a tag or a commit: branches change',
  ],
  [/^https:\/\/raw\.githubusercontent\.com\//, 'the page of the file at a tag or a commit'],
  [/^https:\/\/(?:git\.io|bit\.ly|goo\.gl|t\.co|tinyurl\.com)\//, 'the full address'],
  [/^https:\/\/bugs\.python\.org\//, 'the issue of github.com/python/cpython it was moved to'],
  [/^https:\/\/(?:web\.)?archive\.(?:org|today)\//, 'the address itself, if it is still there'],
  [/^https:\/\/docs\.python\.org\/(?:dev|\d\.\d+)\//, 'https://docs.python.org/3/'],
  [/[?&]utm_/, 'the address without its tracking'],
];

/** Rejects links that are likely to die or change. */
export default {
  names: ['no-unstable-links'],
  description: 'Links should be permanent',
  tags: ['links'],
  parser: 'micromark',
  function: ({ parsers }, onError) => {
    for (const token of tokensOf(parsers.micromark.tokens)) {
      if (token.type !== 'resourceDestinationString') continue;
      const form = FORMS.find(([pattern]) => pattern.test(token.text));
      if (!form) continue;
      onError({
        lineNumber: token.startLine,
        detail: `found ${token.text}; write ${form[1]}`,
        range: [token.startColumn, token.text.length],
      });
    }
  },
};

function* tokensOf(tokens) {
  for (const token of tokens) {
    yield token;
    yield* tokensOf(token.children);
  }
}
