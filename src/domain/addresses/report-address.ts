/** Issue forms in `.github/ISSUE_TEMPLATE`, each with the fields that a link can prefill. */
interface ReportFields {
  'unknown-error': { message: string; environment: string };
  correction: { article: string };
  'new-fault': Record<string, never>;
}

/** Maximum length of an address; GitHub refuses more than about 8,000 characters. */
const MAX_ADDRESS_LENGTH = 6000;

/** Maximum length of one URL-encoded character: four UTF-8 bytes, each written like `%F0`. */
const MAX_ENCODED_LENGTH = 12;

/**
 * Returns the address of a prefilled issue form. Shortens the longest field until the address fits.
 *
 * @param repository address of the repository
 * @param form name of the form's file, without `.yml`
 * @param title may be empty
 */
export function reportAddress<F extends keyof ReportFields>(
  repository: string,
  form: F,
  title: string,
  fields: ReportFields[F],
): string {
  const address = (texts: Record<string, string>) => {
    const query = new URLSearchParams({ template: `${form}.yml`, ...texts });
    return `${repository}/issues/new?${query.toString()}`;
  };
  const texts: Record<string, string> = { ...(title && { title }), ...fields };
  for (let full = address(texts); full.length > MAX_ADDRESS_LENGTH; full = address(texts)) {
    const [longest = '', text = ''] =
      Object.entries(texts).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    texts[longest] = shorten(text, full.length - MAX_ADDRESS_LENGTH);
  }
  return address(texts);
}

/** Cuts the end of a text: at least one character, and never more than the excess requires. */
function shorten(text: string, excess: number): string {
  const characters = [...text];
  const removed = Math.max(1, Math.ceil(excess / MAX_ENCODED_LENGTH));
  return characters.slice(0, Math.max(0, characters.length - removed)).join('');
}
