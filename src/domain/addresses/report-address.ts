/** The forms in `.github/ISSUE_TEMPLATE` and those of their fields that a link can fill in. */
interface ReportFields {
  'unknown-error': { message: string; environment: string };
  correction: { article: string };
  'new-fault': Record<string, never>;
}

/** Maximum length of an address; GitHub refuses more than about 8,000 characters. */
const MAX_ADDRESS_LENGTH = 6000;

/** A character outside ASCII takes up to 12 characters of an address: four bytes as `%F0`. */
const MAX_ENCODED_LENGTH = 12;

/**
 * Returns the address of a new issue with its form filled in. The longest field is cut until the address fits.
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

/** Removes at least one character, and no more than the excess requires. */
function shorten(text: string, excess: number): string {
  const characters = [...text];
  const removed = Math.max(1, Math.ceil(excess / MAX_ENCODED_LENGTH));
  return characters.slice(0, Math.max(0, characters.length - removed)).join('');
}
