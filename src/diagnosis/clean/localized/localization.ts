import type { Localization } from '../read-paste.ts';
import { repairMojibake } from './repair-mojibake.ts';
import { toEnglish } from './to-english.ts';

/** All localized messages, 14 KB after compression: the browser loads them only for a paste that may have some. */
export const localization: Localization = { repairMojibake, toEnglish };
