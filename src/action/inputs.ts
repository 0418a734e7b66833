import { getInput } from '@actions/core';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { InputError } from './input-error.ts';

const modes = ['comment', 'summary'] as const;
const switches = ['false', 'true'] as const;

/** Hosts to which nothing is sent over a network. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** What the workflow asks for; see `action.yml`. */
export interface Inputs {
  mode: (typeof modes)[number];
  isDryRun: boolean;
  language: Locale;
  ignoreLabel: string;
  /** Empty only where it is not needed. */
  token: string;
  /** Where the articles can be read. */
  site: string;
  /** The site is to be asked for what it knows. */
  isSiteAsked: boolean;
}

/**
 * Reads the inputs as a workflow gives them.
 *
 * @throws WrongInput
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const mode = oneOf('mode', modes);
  const token = getInput('token');
  if (mode === 'comment' && token === '') throw wrong('token', token, 'a token that may comment');
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
  // Whoever can change what is fetched decides what is written into the tracker.
  const isSafe = url?.protocol === 'https:' || LOOPBACK.includes(url?.hostname ?? '');
  const isPlain = url && url.username + url.password + url.search + url.hash === '';
  if (!isSafe || !isPlain) throw wrong('site', address, 'an https address without query');
  return url.href;
}

/** GitHub Pages of the repository that the Action comes from: there its own workflow puts the site. */
function pagesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = '' }: NodeJS.ProcessEnv) {
  const [owner = '', name = ''] = GITHUB_ACTION_REPOSITORY.split('/');
  if (GITHUB_SERVER_URL !== 'https://github.com' || name === '') {
    throw wrong('site', '', 'where the site stands; here it cannot be told from the Action');
  }
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
