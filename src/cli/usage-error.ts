import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line makes no sense; the message ends in the cure. */
export class UsageError extends Error {}

type OptionTable = NonNullable<ParseArgsConfig['options']>;

type Parsed<Options extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>;

/** Options and operands of a command. @throws UsageError for what the table does not know. */
export function parseArguments<const Options extends OptionTable>(
  command: string,
  args: string[],
  options: Options,
): Parsed<Options> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. See "oddline ${command} --help".`);
  }
}

/** One of the words allowed. @throws UsageError */
export function oneOf<Word extends string>(option: string, value: string, allowed: readonly Word[]): Word {
  const word = allowed.find((one) => one === value);
  if (word === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}, not "${value}".`);
  return word;
}

/** A whole number from 1. @throws UsageError */
export function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new UsageError(`${option} takes a whole number from 1, not "${value}".`);
  }
  return count;
}
