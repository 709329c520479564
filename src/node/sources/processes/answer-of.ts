import { LastWords } from './last-words';
import { programProblem } from './program-problems';
import { type ProgramEnd, startProgram } from './start-program';

export interface ProgramAnswer {
  readonly end: ProgramEnd;
  /** All of its standard output. */
  readonly text: string;
  /** The last words of its standard error, on one line. Hostile. */
  readonly words: string;
}

/** Lists are asked of engines that may hang. */
const mostSeconds = 20;
const mostMegabytes = 64;
/** Messages in the language whose words we know, times in UTC, nothing coloured. */
export const plainWords = { LC_ALL: 'C', TZ: 'UTC', NO_COLOR: '1', SYSTEMD_COLORS: '0' };

/**
 * Runs a program to its end for what it answers. Rejects with InputError where it cannot be run, does not end within 20 seconds or says
 * more than 64 MB, and with the signal's reason.
 */
export async function answerOf(command: readonly string[], signal: AbortSignal): Promise<ProgramAnswer> {
  const limit = AbortSignal.timeout(mostSeconds * 1000);
  const program = await startProgram(command, {
    signal: AbortSignal.any([signal, limit]),
    variables: plainWords,
  });
  const words = new LastWords();
  program.stderr.on('data', (chunk: Buffer) => words.add(chunk));
  const chunks: Buffer[] = [];
  let size = 0;
  program.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostMegabytes * 1e6) program.stop();
  });
  const end = await program.ended;
  signal.throwIfAborted();
  if (limit.aborted) throw programProblem('program-slow', command[0], mostSeconds);
  if (size > mostMegabytes * 1e6) throw programProblem('program-talkative', command[0], mostMegabytes);
  return { end, text: Buffer.concat(chunks).toString(), words: words.text };
}
