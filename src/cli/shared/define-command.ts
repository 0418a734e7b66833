import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
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
  /** Printed by `--help`, and below the message of every `UsageError`. */
  usage: string;
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
 * and turns a `UsageError` or an argument that parseArgs refuses into a message, the usage text and exit code 2.
 */
export function defineCommand<
  const Options extends ParseArgsOptionsConfig,
  Context extends BaseContext,
>({
  usage,
  options,
  allowPositionals = false,
  run,
}: CommandDefinition<Options, Context>): Command<Context> {
  const parse = (args: readonly string[]) => {
    try {
      return parseArgs({ args: [...args], options: { ...options, ...HELP }, allowPositionals });
    } catch (error) {
      throw new UsageError(parseErrorMessage(error as NodeJS.ErrnoException));
    }
  };
  return async (args, context) => {
    try {
      const call = parse(args);
      if (call.values['help']) {
        context.stdout.write(`${usage}\n`);
        return 0;
      }
      return await run(call as unknown as ParsedArguments<Options>, context);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.stderr.write(`${error.message}\n\n${usage}\n`);
      return USAGE_ERROR;
    }
  };
}

/** Cuts Node's advice on passing an unknown option as a positional argument: a typing mistake is far more likely. */
function parseErrorMessage({ code, message }: NodeJS.ErrnoException): string {
  const [first = message] = message.split('. To specify a positional argument');
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `${first}.` : message;
}
