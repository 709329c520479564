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
    // A program that fails and only says why is no log: its words are held back while one sentence can hold all of them.
    const held: SourceBatch[] = [];
    const written = new Written(command);
    for await (const batch of written.batches(asking)) {
      held.push(batch);
      if (!written.isShortComplaint) yield* held.splice(0);
    }
    asking.reached({ time: `${Math.floor(asking.now())}000000`, keys: [] });
    if (written.end !== 0 && written.isShortComplaint) throw written.failure();
    yield* held;
    if (written.end !== 0) asking.note(written.failure().sentence, 'missing');
  },

  async *tail({ command }, _query, after, asking) {
    if (after !== null) throw wouldComeTwice(command);
    asking.tell({ phase: 'live' });
    const written = new Written(command);
    yield* written.batches(asking);
    throw written.end === 0 ? isOver(command) : written.failure();
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

/** One run of a program. */
class Written {
  end: ProgramEnd = 0;
  private output: MergedOutput | undefined;

  constructor(private readonly command: readonly string[]) {}

  /** Nothing on its standard output, and on its standard error no more than a sentence holds. */
  get isShortComplaint(): boolean {
    return this.output?.outputBytes === 0 && this.output.words.areAll;
  }

  /** Ends the program with whoever takes them no more. */
  async *batches({ signal }: Asking): AsyncGenerator<SourceBatch> {
    const program = await startProgram(this.command, { signal });
    this.output = new MergedOutput(program);
    try {
      for await (const bytes of this.output.lines()) yield { kind: 'bytes', bytes };
      signal.throwIfAborted();
      this.end = await program.ended;
    } finally {
      program.stop();
    }
  }

  failure(): InputError {
    const words = this.output?.words.text ?? '';
    return words === ''
      ? programProblem('program-silent', this.command[0], this.end)
      : programProblem('program-failed', this.command[0], this.end, words);
  }
}

const untold = { pattern: 'Nobody can say beforehand how much a command writes.', values: [] };

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
