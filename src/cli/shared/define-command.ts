import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { closestName } from './closest-name.ts';
import type { BaseContext } from './command-context.ts';
import { UsageError } from './usage-error.ts';

/** Exit code of every command for a call that it cannot carry out. */
export const USAGE_ERROR = 2;

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Parsed arguments: `values` by option, `positionals` in order. */
export type ParsedArguments<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

interface CommandDefinition<Options extends ParseArgsOptionsConfig, Context extends BaseContext> {
  /** The words to type: `npx known-faults audit`, `npm run check`. */
  name: string;
  /** Printed by `--help`. */
  usage: string;
  /** Two calls to copy, printed below the usage. */
  examples: readonly [string, string];
  /** In the form of `node:util` parseArgs; `--help` and `-h` are added. */
  options?: Options;
  allowPositionals?: boolean;
  /** Returns the exit code. */
  run: (call: ParsedArguments<Options>, context: Context) => number | Promise<number>;
}

/** Runs with the arguments after its name and returns its exit code. */
export type Command<Context extends BaseContext = BaseContext> = (
  args: readonly string[],
  context: Context,
) => Promise<number>;

/**
 * Wraps a command in what all commands share: it parses the arguments, answers `--help` before anything is checked,
 * and turns a `UsageError` or an argument that parseArgs refuses into a message and exit code 2.
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
    try {
      const call = parseArguments(args, { ...options, ...HELP }, allowPositionals);
      if (call.values['help']) {
        context.stdout.write(helpText(usage, examples));
        return 0;
      }
      return await run(call as unknown as ParsedArguments<Options>, context);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.stderr.write(usageErrorText(error, name));
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

/** Returns what `--help` prints. */
export const helpText = (usage: string, examples: readonly [string, string]): string =>
  `${usage}\n\nExamples:\n  ${examples.join('\n  ')}\n`;

/** Returns the message of a usage error with a line that says where the help is. */
export function usageErrorText({ message }: UsageError, name: string): string {
  // npm takes the options before -- for its own.
  const help = name.startsWith('npm ') ? `${name} -- --help` : `${name} --help`;
  return `${message}\nTry \`${help}\`.\n`;
}

/** Rewords the messages of parseArgs, which advise on passing a mistyped option as an argument. */
function parseErrorMessage(
  { code, message }: NodeJS.ErrnoException,
  options: readonly string[],
): string {
  const [, quoted = ''] = /'([^']*)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const closest = closestName(quoted.replace(/^-+/, ''), options);
      const advice = closest === undefined ? '' : ` Did you mean --${closest}?`;
      return `Unknown option: ${quoted}.${advice}`;
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Found the argument ${quoted}; allowed: options only.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      // Such as '-s, --slug <value>'.
      const [option = quoted] = /--[\w-]+/.exec(quoted) ?? [];
      return message.includes('does not take')
        ? `${option}: found a value; allowed: the option alone.`
        : `${option}: found no value; allowed: ${option} VALUE.`;
    }
    default:
      return message;
  }
}
