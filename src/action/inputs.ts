import { isSafeAddress } from '../domain/addresses/safe-address.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import type { ActionContext } from './action-context.ts';
import { InputError } from './input-error.ts';

const modes = ['comment', 'summary'] as const;
const switches = ['false', 'true'] as const;

/** Inputs of the Action; see `action.yml`. */
export interface Inputs {
  mode: (typeof modes)[number];
  isDryRun: boolean;
  language: Locale;
  ignoreLabel: string;
  /** Empty only in the mode `summary`. */
  token: string;
  /** Address of the site with the articles. */
  site: string;
  /** The site is asked for its current knowledge. */
  isSiteAsked: boolean;
}

/**
 * Reads and validates the inputs.
 *
 * @throws {InputError}
 */
export function readInputs({ env, getInput }: ActionContext): Inputs {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T => {
    const found = getInput(name);
    const value = values.find((candidate) => candidate === found);
    if (value === undefined) throw invalid(name, found, values.join(', '));
    return value;
  };
  const mode = oneOf('mode', modes);
  const token = getInput('token');
  if (mode === 'comment' && token === '')
    throw invalid('token', token, 'a token that may post comments');
  const ignoreLabel = getInput('ignore-label');
  if (ignoreLabel === '') throw invalid('ignore-label', ignoreLabel, 'the name of a label');
  const given = givenSite(getInput('site'));
  return {
    mode,
    isDryRun: oneOf('dry-run', switches) === 'true',
    language: oneOf('language', locales),
    ignoreLabel,
    token,
    site: given ?? pagesAddress(env),
    isSiteAsked: given !== undefined,
  };
}

function invalid(name: string, found: string, expected: string): InputError {
  return new InputError(`Input ${name}: found ${JSON.stringify(found)}; allowed: ${expected}`);
}

function givenSite(address: string): string | undefined {
  if (address === '') return undefined;
  // The text of the comment comes from there.
  const url = isSafeAddress(address) ? new URL(address) : undefined;
  const isPlain = url && url.username + url.password + url.search + url.hash === '';
  if (!isPlain) throw invalid('site', address, 'an https address without user, query or fragment');
  return url.href;
}

/** Returns the GitHub Pages of the repository with the Action, where its workflow deploys the site. */
function pagesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = '' }: ActionContext['env']) {
  const [owner = '', name = ''] = GITHUB_ACTION_REPOSITORY.split('/');
  if (GITHUB_SERVER_URL !== 'https://github.com' || name === '') {
    throw invalid(
      'site',
      '',
      'the address of the site, since it cannot be derived from the repository of the Action',
    );
  }
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
