import process from 'node:process';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { closestName } from './closest-name.ts';
import type { BaseContext } from './command-context.ts';
import { readerLanguage, textIn, type LocalText } from './local-text.ts';
import { didYouMean, notAllowed, UsageError } from './usage-error.ts';

/** Exit code of every command for a call that it cannot carry out. */
export const USAGE_ERROR = 2;

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** The option of every command that speaks several languages. */
const LANGUAGE = { lang: { type: 'string' } } as const;

/** Whom a command answers. */
export interface Reader {
  /** The language of `--lang` or of the system. */
  language: Locale;
  /** Whether `--lang` names it. */
  hasChosen: boolean;
}

/** Parsed arguments: `values` by option, `positionals` in order. */
export type ParsedArguments<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

interface CommandDefinition<Options extends ParseArgsOptionsConfig, Context extends BaseContext> {
  /** The words to type: `npx known-faults audit`, `npm run check`. */
  name: string;
  /** Printed by `--help`. A command with a usage in several languages has the option `--lang`; others speak English. */
  usage: LocalText;
  /** Two calls to copy, printed below the usage. */
  examples: readonly [string, string];
  /** In the form of `node:util` parseArgs; `--help` and `-h` are added. */
  options?: Options;
  allowPositionals?: boolean;
  /** Returns the exit code. */
  run: (
    call: ParsedArguments<Options>,
    context: Context,
    reader: Reader,
  ) => number | Promise<number>;
}

/** Runs with the arguments after its name and returns its exit code. */
export type Command<Context extends BaseContext = BaseContext> = (
  args: readonly string[],
  context: Context,
) => Promise<number>;

/**
 * Wraps a command in what all commands share: it parses the arguments, answers `--help` before anything is checked,
 * reads the language, and turns a `UsageError` or an argument that parseArgs refuses into a message and exit code 2.
 */
export function defineCommand<
  const Options extends ParseArgsOptionsConfig,
  Context extends BaseContext,
>({
  name,
  usage,
  examples,
  options,
  allowPositionals = false,
  run,
}: CommandDefinition<Options, Context>): Command<Context> {
  return async (args, context) => {
    const isLocalized = typeof usage !== 'string';
    const language = isLocalized ? languageOf(args, context) : defaultLocale;
    try {
      const known = { ...options, ...(isLocalized && LANGUAGE), ...HELP };
      const call = parseArguments(args, known, allowPositionals);
      if (call.values['help']) {
        context.stdout.write(helpText(textIn(usage, language), examples, language));
        return 0;
      }
      const { lang } = call.values as { lang?: string };
      if (lang !== undefined && !locales.some((locale) => locale === lang)) {
        throw notAllowed('--lang', lang, locales.join(', '));
      }
      const reader = { language, hasChosen: lang !== undefined };
      return await run(call as unknown as ParsedArguments<Options>, context, reader);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.stderr.write(usageErrorText(error, name, language));
      return USAGE_ERROR;
    }
  };
}

/**
 * Parses arguments.
 *
 * @throws {UsageError} for arguments that parseArgs refuses
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    throw new UsageError(parseErrorMessage(error as NodeJS.ErrnoException, Object.keys(options)));
  }
}

/** Returns the language of the reader. */
export function languageOf(args: readonly string[], { env }: BaseContext): Locale {
  const isWindows = process.platform === 'win32';
  return readerLanguage(args, env, isWindows ? Intl.DateTimeFormat().resolvedOptions().locale : '');
}

const EXAMPLES = { en: 'Examples:', zh: '示例：' };

/** Returns what `--help` prints. */
export const helpText = (
  usage: string,
  examples: readonly [string, string],
  language: Locale = defaultLocale,
): string => `${usage}\n\n${EXAMPLES[language]}\n  ${examples.join('\n  ')}\n`;

/** Returns the message of a usage error with a line that says where the help is. */
export function usageErrorText(
  { text }: UsageError,
  name: string,
  language: Locale = defaultLocale,
): string {
  // npm takes the options before -- for its own.
  const help = name.startsWith('npm ') ? `${name} -- --help` : `${name} --help`;
  const advice = { en: `Try \`${help}\`.`, zh: `用法见 \`${help}\`。` };
  return `${textIn(text, language)}\n${advice[language]}\n`;
}

/** Rewords the messages of parseArgs, which advise on passing a mistyped option as an argument. */
function parseErrorMessage(
  { code, message }: NodeJS.ErrnoException,
  options: readonly string[],
): LocalText {
  const [, quoted = ''] = /'([^']*)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const closest = closestName(quoted.replace(/^-+/, ''), options);
      const advice = didYouMean(closest === undefined ? undefined : `--${closest}`);
      return {
        en: `Unknown option: ${quoted}.${advice.en}`,
        zh: `没有选项 ${quoted}。${advice.zh}`,
      };
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return {
        en: `Found the argument ${quoted}; allowed: options only.`,
        zh: `多了参数 ${quoted}；这里只能有选项。`,
      };
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      // Such as '-s, --slug <value>'.
      const [option = quoted] = /--[\w-]+/.exec(quoted) ?? [];
      return message.includes('does not take')
        ? {
            en: `${option}: found a value; allowed: the option alone.`,
            zh: `${option}：这个选项不带值。`,
          }
        : {
            en: `${option}: found no value; allowed: ${option} VALUE.`,
            zh: `${option}：缺少值；应写成 ${option} VALUE。`,
          };
    }
    default:
      return message;
  }
}
