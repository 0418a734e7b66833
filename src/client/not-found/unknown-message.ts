import { reportAddress } from '../../domain/addresses/report-address.ts';

const MESSAGE_PATH = /^\/e\/\d{1,3}\/[0-9a-f]{16}\/?$/;

/** Returns whether a path below the base path is the address of a message. */
export const isMessagePath = (path: string) => MESSAGE_PATH.test(path);

/**
 * Explains an address of a message, as programs print it, that no article has yet: the address is right, and the error
 * can be reported.
 *
 * @param page contains both texts in each language
 * @param repository address of the repository on GitHub
 */
export function explainUnknownMessage(page: HTMLElement, repository: string): void {
  for (const text of page.querySelectorAll<HTMLElement>('[data-no-page]')) text.hidden = true;
  for (const text of page.querySelectorAll<HTMLElement>('[data-unknown-message]')) {
    text.hidden = false;
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('[data-unknown-message] a')) {
    link.href = reportAddress(repository, 'unknown-error', '', {
      message: location.origin + location.pathname,
      environment: '',
    });
  }
}
