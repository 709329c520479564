import { InputError } from '../../../protocol/input-error';
import { answerOf, type ProgramAnswer, plainWords } from '../processes/answer-of';
import { LastWords } from '../processes/last-words';
import { programProblem } from '../processes/program-problems';
import { type Program, startProgram } from '../processes/start-program';
import { WholeLines } from '../processes/whole-lines';
import type { Asking } from '../source-reader';
import type { Arguments } from './journal-arguments';
import { JournalEntries, type JournalEntry } from './journal-entry';
import { JournalWords, journalProblem } from './journal-words';

const program = 'journalctl';
const decoder = new TextDecoder();

/** What of a conversation is needed here. */
export type Listening = Pick<Asking, 'signal' | 'note'>;

/** With `--all`, as without it a field of more than 4096 bytes is null. */
const asJson = ['--no-pager', '--all', '--output=json'];

/**
 * The entries journalctl writes, in its order, until it ends. What it says besides is noted. Ends it with whoever takes them no more.
 * Rejects with InputError where it fails or may read nothing, and with the signal's reason.
 */
export async function* journalEntries(
  args: Arguments,
  asking: Listening,
): AsyncGenerator<readonly JournalEntry[]> {
  const { signal } = asking;
  const run = await startProgram([program, ...asJson, ...args], { signal, variables: plainWords }).catch(
    told,
  );
  const heard = listen(run, asking);
  try {
    let isEmpty = true;
    for await (const entries of entriesOf(run, asking)) {
      isEmpty = false;
      yield entries;
    }
    signal.throwIfAborted();
    const end = await run.ended;
    heard.flush();
    if (isEmpty && heard.words.problem) throw heard.words.problem;
    if (end !== 0) throw programProblem('program-failed', program, end, heard.last.text);
  } finally {
    run.stop();
  }
}

/** What journalctl answers to a short question. Rejects with InputError where it is missing or hangs, and with the signal's reason. */
export function askJournalctl(args: Arguments, signal: AbortSignal): Promise<ProgramAnswer> {
  return answerOf([program, '--no-pager', ...args], signal).catch(told);
}

async function* entriesOf({ stdout }: Program, asking: Listening): AsyncGenerator<readonly JournalEntry[]> {
  const lines = new WholeLines();
  const entries = new JournalEntries();
  let unread = 0;
  try {
    for await (const chunk of stdout) {
      const text = decoder.decode(lines.push(chunk as Buffer));
      const rows = text.split('\n').filter((line) => line !== '');
      const read = rows.map((line) => entries.read(line)).filter((entry) => entry !== undefined);
      unread += rows.length - read.length;
      if (read.length > 0) yield read;
    }
  } catch (error) {
    asking.signal.throwIfAborted();
    throw error;
  }
  if (unread + lines.rest().length > 0) asking.note(leftOut, 'missing');
}

const leftOut = {
  pattern: 'Entries that are longer than 64 MB or no JSON were left out.',
  values: [],
};

function listen({ stderr }: Program, asking: Listening) {
  const words = new JournalWords(asking);
  const last = new LastWords();
  const lines = new WholeLines();
  const tell = (bytes: Uint8Array) => {
    for (const line of decoder.decode(bytes).split('\n')) words.line(line);
  };
  stderr.on('data', (chunk: Buffer) => {
    last.add(chunk);
    tell(lines.push(chunk));
  });
  return { words, last, flush: () => tell(lines.rest()) };
}

function told(error: unknown): never {
  const isMissing = error instanceof InputError && error.code === 'program-missing';
  throw isMissing ? journalProblem('no-journalctl') : error;
}
