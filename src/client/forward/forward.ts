/*
 * The script of an address that leads to one article: follows the link in the reader's language. Without scripts a
 * `<meta http-equiv="refresh">` leads to the English article.
 */
import { preferredLanguage } from '../reader-language/preferred-language.ts';

const locale = preferredLanguage(location.search, navigator.languages);
const link = document.querySelector<HTMLAnchorElement>(`a[data-locale="${locale}"]`);
if (link) location.replace(link.href);
