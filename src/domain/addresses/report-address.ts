/** The forms of `.github/ISSUE_TEMPLATE` and their fields, by which a new issue is filled in beforehand. */
interface ReportFields {
  'unknown-error': { message: string; environment: string };
  correction: { article: string };
  'new-fault': Record<string, never>;
}

/** Servers refuse longer addresses; GitHub does from about 8,000 characters on. */
const LONGEST_ADDRESS = 6000;

/**
 * The address of a new issue with its form filled in. What is too long is cut at the end of a line, or of a character.
 *
 * @param repository address of the repository whose tracker it is
 * @param form name of the form's file
 * @param title of the issue; may be empty
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
  for (let full = address(texts); full.length > LONGEST_ADDRESS; full = address(texts)) {
    const [longest = '', text = ''] =
      Object.entries(texts).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    texts[longest] = shorter(text, full.length - LONGEST_ADDRESS);
  }
  return address(texts);
}

/** Less of a text, without half a character: a letter takes up to twelve characters of an address. */
function shorter(text: string, excess: number): string {
  const characters = [...text];
  const kept = Math.max(0, characters.length - Math.max(1, Math.ceil(excess / 12)));
  return characters.slice(0, kept).join('');
}
