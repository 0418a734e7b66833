import { addCopyButtons, addSectionLinks } from '../article/copy-buttons.ts';
import { keepSectionOnLanguageSwitch } from './language-switch.ts';
import { openSearchWithKeyboard } from './search-shortcut.ts';
import { wireThemeSwitch } from './theme-switch.ts';
import { wireYourVersions } from '../article/your-versions.ts';

// The one script of every page. What is not needed at once is imported when it is wanted.
document.documentElement.dataset['scripted'] = '';
wireThemeSwitch();
addCopyButtons();
addSectionLinks();
keepSectionOnLanguageSwitch();
openSearchWithKeyboard();
wireYourVersions();
