import { addCopyButtons, addSectionLinks } from './copy.ts';
import { keepSectionOnLanguageSwitch } from './language.ts';
import { openSearchWithKeyboard } from './shortcut.ts';
import { wireThemeSwitch } from './theme.ts';
import { wireYourVersions } from './your-versions.ts';

// The one script of every page. What is not needed at once is imported when it is wanted.
document.documentElement.dataset['scripted'] = '';
wireThemeSwitch();
addCopyButtons();
addSectionLinks();
keepSectionOnLanguageSwitch();
openSearchWithKeyboard();
wireYourVersions();
