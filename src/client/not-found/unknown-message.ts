import { queryRequired } from '../shared/dom.ts';
import { reportAddress } from '../../domain/addresses/report-address.ts';

const MESSAGE_PATH = /\/e\/\d{1,3}\/[0-9a-f]{16}\/?$/;

/**
 * On the page that says "not found": says what is so when the address is that of a message, as a program prints it.
 * The address is right, no article has the message yet.
 *
 * @param repository where it can be reported
 */
export function explainUnknownMessage(repository: string): void {
  if (!MESSAGE_PATH.test(location.pathname)) return;
  for (const section of document.querySelectorAll('[data-not-found]')) {
    queryRequired(section, '[data-no-page]').hidden = true;
    const unknown = queryRequired(section, '[data-unknown-message]');
    unknown.hidden = false;
    queryRequired<HTMLAnchorElement>(unknown, 'a').href = reportAddress(repository, 'unknown-error', '', {
      message: location.origin + location.pathname,
      environment: '',
    });
  }
}
