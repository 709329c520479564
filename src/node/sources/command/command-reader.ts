import { InputError } from '../../../protocol/input-error';
import type { CommandQuery, CommandSource } from '../../../protocol/log-source';
import { findProgram } from '../processes/find-program';
import { MergedOutput } from '../processes/merged-output';
import { programProblem } from '../processes/program-problems';
import { type ProgramEnd, startProgram } from '../processes/start-program';
import type { Asking, SourceBatch, SourceReader } from '../source-reader';

/**
 * What a program writes, as it is: `fetch` until it ends, `tail` for one that goes on. Nothing of it can be asked for twice, so a tail
 * behind a fetch is refused: a command that follows a log is fetched or tailed, not both.
 */
export const commandReader: SourceReader<CommandSource, CommandQuery> = {
  async test({ command }, asking) {
    const began = asking.now();
    const verdict = await verdictOn(command[0] ?? '');
    return { ...verdict, server: null, milliseconds: asking.now() - began };
  },

  async estimate() {
    return { bytes: null, entries: null, streams: null, notes: [untold] };
  },

  async *fetch({ command }, _query, asking) {
    asking.tell({ phase: 'fetching' });
    const output = yield* written(command, asking);
    asking.reached({ time: `${asking.now()}000000`, keys: [] });
    if (output.end === 0) return;
    const { words, outputBytes } = output;
    // Then the sentence holds all there is.
    if (outputBytes === 0 && words.areAll) throw failure(command, output.end, words.text);
    asking.note(failure(command, output.end, words.text).sentence, 'missing');
  },

  async *tail({ command }, _query, after, asking) {
    if (after !== null) throw wouldComeTwice(command);
    asking.tell({ phase: 'live' });
    const { end, words } = yield* written(command, asking);
    throw end === 0 ? isOver(command) : failure(command, end, words.text);
  },

  check: async () => null,
  names: async () => [],
  values: async () => [],
};

async function verdictOn(program: string) {
  try {
    const file = await findProgram(program);
    const sentence = { pattern: 'The program is {0}. It runs when its output is opened.', values: [file] };
    return { ok: true, sentence };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, sentence: error.sentence };
    throw error;
  }
}

interface Written {
  readonly end: ProgramEnd;
  readonly words: MergedOutput['words'];
  readonly outputBytes: number;
}

/** Ends the program with whoever takes its lines no more. */
async function* written(
  command: readonly string[],
  { signal }: Asking,
): AsyncGenerator<SourceBatch, Written> {
  const program = await startProgram(command, { signal });
  try {
    const output = new MergedOutput(program);
    for await (const bytes of output.lines()) yield { kind: 'bytes', bytes };
    signal.throwIfAborted();
    return { end: await program.ended, words: output.words, outputBytes: output.outputBytes };
  } finally {
    program.stop();
  }
}

const untold = { pattern: 'Nobody can say beforehand how much a command writes.', values: [] };

function failure([program]: readonly string[], end: ProgramEnd, words: string): InputError {
  return words === ''
    ? programProblem('program-silent', program, end)
    : programProblem('program-failed', program, end, words);
}

function isOver([program]: readonly string[]): InputError {
  return new InputError({
    code: 'command-over',
    sentence: {
      pattern: '{0} has ended, so nothing more will come. Run it again to go on.',
      values: [program],
    },
  });
}

function wouldComeTwice([program]: readonly string[]): InputError {
  return new InputError({
    code: 'command-twice',
    sentence: {
      pattern: 'What {0} wrote would come a second time. Open the command anew instead of following it.',
      values: [program],
    },
  });
}
