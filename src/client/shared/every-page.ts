import { addCopyButtons, addSectionLinks } from '../article/copy-buttons.ts';
import { loadAffectedFormOnDemand } from '../article/load-affected-form.ts';
import { loadLookupAnswerOnDemand } from '../lookup/load-lookup-answer.ts';
import { keepPlaceOnLanguageSwitch } from './language-switch.ts';
import './search-form.ts';
import { openSearchWithKeyboard } from './search-shortcut.ts';
import './theme-switch.ts';

// The one script of every page. Everything that is not needed at once is imported on demand.
addCopyButtons();
addSectionLinks();
keepPlaceOnLanguageSwitch();
openSearchWithKeyboard();
loadAffectedFormOnDemand();
loadLookupAnswerOnDemand();
