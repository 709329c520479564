import type { Sentence } from '../engine/model/finding';
import { InputError } from '../protocol/input-error';
import type { Surroundings } from './commands/command';
import { commands } from './commands/command-table';
import { helpText, usageText, versionText } from './commands/help';
import { couldNotRun } from './exit-codes';
import { UsageError } from './usage-error';

/** Runs one command line (without node and script) and answers the exit code; what it cannot run is told on `stderr`. */
export async function run(
  args: string[],
  surroundings: Surroundings,
  stderr: NodeJS.WriteStream,
): Promise<number> {
  if (args.length === 0) {
    stderr.write(helpText(commands, surroundings.tell));
    return couldNotRun;
  }
  try {
    const code = await dispatch(args, surroundings);
    await surroundings.out.flush();
    return code;
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    surroundings.note(problem);
    return couldNotRun;
  } finally {
    await surroundings.opened.closeAll();
  }
}

async function dispatch([name, ...rest]: string[], surroundings: Surroundings): Promise<number> {
  const { out, installation, tell } = surroundings;
  if (name === '--help' || name === '-h' || name === 'help') {
    await out.write(helpText(commands, tell));
    return 0;
  }
  if (name === '--version') {
    await out.write(versionText(installation));
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const values = [name, 'oddline --help'];
    throw new UsageError({ pattern: 'There is no command "{0}". See "{1}".', values });
  }
  if (!asksForHelp(rest)) return command.run(rest, surroundings);
  await out.write(usageText(command, tell));
  return 0;
}

/** What follows `--` are files, whatever they are called. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

/** Undefined for what is a fault of ours. */
function problemOf(error: unknown): Sentence | undefined {
  return error instanceof InputError || error instanceof UsageError ? error.sentence : undefined;
}
