import { z } from 'zod';
import {
  boundedList,
  isoDate,
  matching,
  nonEmptyList,
  singleLine,
  strictMapping,
  uniqueChoices,
} from '../facts/field-schemas.ts';
import { pythonGrammar, readPython } from '../versions/python-release.ts';
import { platforms } from '../vocabulary.ts';
import { splitCommand } from './split-command.ts';

/** The two sides of a reproduction, in the order in which they run. */
export const sides = ['broken', 'fixed'] as const;

export type Side = (typeof sides)[number];

/** Subjects of a case: the fault, or only how the fault of another platform comes about. */
export const evidences = ['fault', 'mechanism'] as const;

export type Evidence = (typeof evidences)[number];

/** Choices of a case for `--newest`: the side that runs, or none. */
export const newestChoices = [...sides, 'skip'] as const;

export type NewestChoice = (typeof newestChoices)[number];

/** Processor architectures under the names that `uname -m` and Python use on Linux. */
export const architectures = ['x86_64', 'aarch64'] as const;

/** Signals with which a crash ends a process. */
export const crashSignals = [
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGTRAP',
] as const;

/** Other signals with which a program may end. */
export const otherSignals = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;

/** Maximum numbers, chosen: several times what the articles need. */
const MAX_PACKAGES = 40;
const MAX_STEPS = 30;
const MAX_TEXTS = 20;
const MAX_VARIANTS = 12;
const MAX_VARIABLES = 20;
const MAX_EXCEPTIONS = 20;

/** Maximum length of a command, in characters. */
const COMMAND_LENGTH = 2_000;

/** Maximum length of output that a reproduction states itself, in characters. */
const TEXT_LENGTH = 4_000;

const MAX_TIMES = 50;
const MAX_SECONDS = 3_600;
const MAX_GIB = 64;

/** Default limits of a step, chosen: the longest compilations of the articles take about two minutes. */
export const DEFAULT_SECONDS = 300;
export const DEFAULT_MEMORY_GIB = 8;

const python = z
  .string()
  .refine((text) => readPython(text) !== undefined, { error: pythonGrammar })
  .describe('Python version: 3.11 (its newest release on the machine), 3.11.7, or 3.13t.');

/** A requirement, not an option of the installer. */
const requirement = matching(/^[A-Za-z0-9][^\n\r]{0,199}$/, 'a requirement such as cython==3.0.12');

const packages = boundedList(requirement, MAX_PACKAGES).describe(
  'Requirements installed together, such as cython==3.0.12. Name pip if a step runs it.',
);

const overrides = boundedList(requirement, MAX_PACKAGES).describe(
  'Requirements installed afterwards without their dependencies, whatever the others require.',
);

/** A mapping whose keys match a pattern, with at most `max` entries. */
const namedEntries = <T extends z.ZodType>(value: T, pattern: RegExp, name: string, max: number) =>
  z.record(z.string(), value).superRefine((entries, { addIssue }) => {
    const keys = Object.keys(entries);
    if (keys.length > max) addIssue({ code: 'custom', message: `at most ${max} entries` });
    for (const key of keys) {
      if (!pattern.test(key)) addIssue({ code: 'custom', path: [key], message: name });
    }
  });

const variables = namedEntries(
  z.string().max(TEXT_LENGTH, { error: `at most ${TEXT_LENGTH} characters` }),
  /^[A-Za-z_]\w{0,79}$/,
  'the name of a variable',
  MAX_VARIABLES,
).describe('Environment variables of the steps, as text.');

const command = (description: string) =>
  z
    .string()
    .min(1, { error: 'a command' })
    .max(COMMAND_LENGTH, { error: `at most ${COMMAND_LENGTH} characters` })
    .describe(description);

const run = command('Command without shell syntax, such as python run.py.').refine(
  (text) => splitCommand(text) !== undefined,
  { error: 'a command without shell syntax; write it under shell instead of run' },
);

const shell = command('Command for sh: variables, pipes, redirections, several lines.');

const text = z
  .string()
  .min(1, { error: 'text' })
  .max(TEXT_LENGTH, {
    error: `at most ${TEXT_LENGTH} characters`,
  });

const printedSchema = z.union([
  text,
  strictMapping({
    article: text.describe(
      'Text in one of the outputs that the article shows; the whole output must be printed.',
    ),
  }),
]);

const exitSchema = z.union([
  z.int({ error: 'an exit code, crash, error, timeout, or a signal' }).min(0).max(255),
  z.enum(['crash', 'error', 'timeout', ...crashSignals, ...otherSignals], {
    error: `an exit code, crash, error, timeout, ${[...crashSignals, ...otherSignals].join(', ')}`,
  }),
]);

const expectationSchema = strictMapping({
  exit: exitSchema
    .default(0)
    .describe(
      'How the step ends: an exit code (0 by default), a signal, crash (any signal of a crash), error (any other exit code than 0), or timeout.',
    ),
  prints: boundedList(printedSchema, MAX_TEXTS)
    .default([])
    .describe(
      'Texts that the step prints, as consecutive lines. <placeholder> and ... stand for any text, a line of ... for any lines.',
    ),
  omits: boundedList(text, MAX_TEXTS)
    .default([])
    .describe('Texts that no line of the output contains.'),
});

/** A step has one command: `run` or `shell`. */
const hasOneCommand = (step: { run?: string | undefined; shell?: string | undefined }) =>
  (step.run === undefined) !== (step.shell === undefined);

const ONE_COMMAND = { error: 'either run or shell' };

const commandSchema = strictMapping({ run: run.optional(), shell: shell.optional() }).refine(
  hasOneCommand,
  ONE_COMMAND,
);

const stepSchema = strictMapping({
  run: run.optional(),
  shell: shell.optional(),
  side: z.enum(sides).optional().describe('The only side that runs this step; both by default.'),
  seconds: z
    .int()
    .min(1)
    .max(MAX_SECONDS, { error: `at most ${MAX_SECONDS}` })
    .default(DEFAULT_SECONDS)
    .describe(`Time limit in seconds, ${DEFAULT_SECONDS} by default.`),
  broken: expectationSchema.optional().describe('What the step does on the broken side.'),
  fixed: expectationSchema.optional().describe('What the step does on the fixed side.'),
}).refine(hasOneCommand, ONE_COMMAND);

const exceptionSchema = strictMapping({
  command: text.describe('Part of the command.'),
  reason: singleLine(200).describe('Why it is not run, such as: needs macOS.'),
});

const requirementsSchema = strictMapping({
  os: uniqueChoices(platforms).optional().describe('Operating systems on which the steps work.'),
  arch: uniqueChoices(architectures).optional().describe('Processor architectures.'),
  gpu: z.literal('nvidia').optional().describe('A graphics processor with its driver.'),
  memory_gib: z.int().min(1).max(MAX_GIB).optional().describe('Memory of the machine, in GiB.'),
  commands: nonEmptyList(matching(/^[\w.+-]{1,60}$/, 'the name of a program'))
    .optional()
    .describe('Programs that the steps run, such as cargo or gdb.'),
  debian: nonEmptyList(matching(/^[a-z0-9][a-z0-9.+-]{1,60}$/, 'the name of a Debian package'))
    .optional()
    .describe('System packages by their Debian names; --install installs them.'),
});

const sideFields = {
  label: singleLine(80)
    .optional()
    .describe(
      'Versions that verified states, such as Boost 1.80.0; by default the Python packages that are pinned.',
    ),
  python: python.optional(),
  packages: packages.default([]),
  overrides: overrides.default([]),
  env: variables.default({}),
};

const caseFields = {
  requires: requirementsSchema.optional().describe('What the machine must have.'),
  shows: z
    .enum(evidences, { error: evidences.join(' or ') })
    .optional()
    .describe(
      'mechanism for a case that shows only how the fault of another platform comes about, which is never written as verified; fault by default.',
    ),
  python: python.optional(),
  packages: packages.optional(),
  overrides: overrides.optional(),
  as_of: isoDate
    .optional()
    .describe('Day of the newest releases to install, so that dependencies stay the same.'),
  env: variables.optional(),
  memory_gib: z
    .int()
    .min(1)
    .max(MAX_GIB)
    .optional()
    .describe(`Memory limit of a step in GiB, ${DEFAULT_MEMORY_GIB} by default.`),
  times: z
    .int()
    .min(1)
    .max(MAX_TIMES)
    .optional()
    .describe(
      'Maximum number of runs of a fault that depends on chance: one run of the broken side must fail, every run of the fixed side must work.',
    ),
  newest: z
    .enum(newestChoices, { error: newestChoices.join(', ') })
    .optional()
    .describe(
      'The side that --newest runs: by default the fixed one if the status of the article is fixed, else the broken one. skip for a case about the releases that it pins.',
    ),
  varies: boundedList(singleLine(200), MAX_TEXTS)
    .optional()
    .describe('Parts of the shown output that differ from run to run, such as a thread id.'),
  broken: strictMapping(sideFields).optional().describe('What only the broken side has.'),
  fixed: strictMapping(sideFields).optional().describe('What only the fixed side has.'),
  advice: boundedList(commandSchema, MAX_STEPS)
    .optional()
    .describe(
      'Commands of What to do, run in the environment of the broken side; the steps must then work as on the fixed side.',
    ),
  steps: boundedList(stepSchema, MAX_STEPS).optional().describe('Commands, run in order.'),
};

/** Form of the name of a variant, which is typed on the command line. */
const VARIANT = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Schema of `reproduce/reproduce.yaml` of an article, see docs/REPRODUCTIONS.md.
 *
 * Every `error` completes the sentence "allowed: ..." (see `problems.ts`).
 */
export const reproductionSchema = strictMapping({
  skip: singleLine(200)
    .optional()
    .describe('Why commands cannot show the fault; the only field then.'),
  ...caseFields,
  not_run: boundedList(exceptionSchema, MAX_EXCEPTIONS)
    .default([])
    .describe('Commands of Are you affected? and Reproduce it that no step runs.'),
  variants: namedEntries(
    strictMapping(caseFields),
    VARIANT,
    'a name such as old-message',
    MAX_VARIANTS,
  )
    .default({})
    .describe('Other forms of the fault. A variant has the fields above, except those it repeats.'),
}).superRefine((data, { addIssue }) => {
  const { skip, variants: _, not_run: excepted, ...fields } = data;
  const variants = Object.values(data.variants);
  const report = (path: string, message: string) =>
    addIssue({ code: 'custom', path: [path], message });
  if (skip !== undefined) {
    const [other] = [
      ...Object.keys(fields),
      ...(variants.length > 0 ? ['variants'] : []),
      ...(excepted.length > 0 ? ['not_run'] : []),
    ];
    if (other !== undefined) report(other, 'nothing beside skip');
    return;
  }
  const isMissing = (field: 'steps' | 'broken') =>
    !data[field] && (variants.length === 0 || variants.some((variant) => !variant[field]));
  if (isMissing('steps')) report('steps', 'steps, or variants that have them');
  if (isMissing('broken')) {
    report('broken', 'the broken side, {} if only steps or files distinguish the sides');
  }
});

export type Reproduction = z.infer<typeof reproductionSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Command = z.infer<typeof commandSchema>;
export type Expectation = z.infer<typeof expectationSchema>;
export type ExpectedExit = z.infer<typeof exitSchema>;
export type Requirements = z.infer<typeof requirementsSchema>;
export type Printed = z.infer<typeof printedSchema>;
