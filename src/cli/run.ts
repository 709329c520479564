import { InputError } from '../protocol/input-error';
import type { Surroundings } from './commands/command';
import { commands } from './commands/command-table';
import { helpText, versionText } from './commands/help';
import { couldNotRun } from './exit-codes';
import { UsageError } from './usage-error';

/** Runs one command line (without node and script) and answers the exit code; what it cannot run is told on `stderr`. */
export async function run(
  args: string[],
  surroundings: Surroundings,
  stderr: NodeJS.WriteStream,
): Promise<number> {
  try {
    const code = await dispatch(args, surroundings);
    await surroundings.out.flush();
    return code;
  } catch (error) {
    const message = problemText(error, surroundings);
    if (message === undefined) throw error;
    stderr.write(`oddline: ${message}\n`);
    return couldNotRun;
  }
}

async function dispatch([name, ...rest]: string[], surroundings: Surroundings): Promise<number> {
  const { out, installation } = surroundings;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await out.write(helpText(commands));
    return 0;
  }
  if (name === '--version') {
    await out.write(versionText(installation));
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw new UsageError(`There is no command "${name}". See "oddline --help".`);
  if (!asksForHelp(rest)) return command.run(rest, surroundings);
  await out.write(command.usage);
  return 0;
}

/** What follows `--` are files, whatever they are called. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

/** Undefined for what is a fault of ours. */
function problemText(error: unknown, { tell }: Surroundings): string | undefined {
  if (error instanceof InputError) return tell(error.sentence);
  return error instanceof UsageError ? error.message : undefined;
}
