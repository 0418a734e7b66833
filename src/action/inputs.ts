import { getInput } from '@actions/core';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { InputError } from './input-error.ts';

const modes = ['comment', 'summary'] as const;
const switches = ['false', 'true'] as const;

/** Hosts on this machine: requests to them cannot be intercepted, so http is allowed. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

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
  /** True if the current faults are loaded from the site. */
  isSiteAsked: boolean;
}

/**
 * Reads the inputs of the Action.
 *
 * @throws {WrongInput} if an input has an invalid value
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const mode = oneOf('mode', modes);
  const token = getInput('token');
  if (mode === 'comment' && token === '')
    throw wrong('token', token, 'a token that may post comments');
  const ignoreLabel = getInput('ignore-label');
  if (ignoreLabel === '') throw wrong('ignore-label', ignoreLabel, 'the name of a label');
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

function wrong(name: string, found: string, allowed: string): InputError {
  return new InputError(`Input ${name}: found ${JSON.stringify(found)}; allowed: ${allowed}`);
}

function oneOf<T extends string>(name: string, values: readonly T[]): T {
  const found = getInput(name);
  const value = values.find((candidate) => candidate === found);
  if (value === undefined) throw wrong(name, found, values.join(', '));
  return value;
}

function givenSite(address: string): string | undefined {
  if (address === '') return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // The response ends up in a public comment, so nobody on the network may alter it.
  const isSafe = url?.protocol === 'https:' || LOOPBACK.includes(url?.hostname ?? '');
  const isPlain = url && url.username + url.password + url.search + url.hash === '';
  if (!isSafe || !isPlain)
    throw wrong('site', address, 'an https address without user, query or fragment');
  return url.href;
}

/** Returns the GitHub Pages address of the Action's own repository, to which its workflow deploys the site. */
function pagesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = '' }: NodeJS.ProcessEnv) {
  const [owner = '', name = ''] = GITHUB_ACTION_REPOSITORY.split('/');
  if (GITHUB_SERVER_URL !== 'https://github.com' || name === '') {
    throw wrong(
      'site',
      '',
      'the address of the site, since it cannot be derived from the repository of the Action',
    );
  }
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
