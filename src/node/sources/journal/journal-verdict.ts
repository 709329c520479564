import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { JournalSource } from '../../../protocol/log-source';
import type { SourceVerdict } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import { placeArguments } from './journal-arguments';
import { askJournalctl, journalEntries, type Listening } from './run-journalctl';

/** Looks for the newest entry. */
export async function testJournal(source: JournalSource, asking: Asking): Promise<SourceVerdict> {
  const began = asking.now();
  const said: Sentence[] = [];
  const listening = { signal: asking.signal, note: (sentence: Sentence) => said.push(sentence) };
  const verdict = await look(source, listening).catch(failed);
  const sentence = verdict.ok ? (said[0] ?? verdict.sentence) : verdict.sentence;
  return { ...verdict, sentence, milliseconds: asking.now() - began };
}

type Look = Pick<SourceVerdict, 'ok' | 'server' | 'sentence'>;

async function look(source: JournalSource, listening: Listening): Promise<Look> {
  const place = await placeArguments(source);
  const server = versionIn((await askJournalctl(['--version'], listening.signal)).text);
  for await (const [newest] of journalEntries([...place, '--lines=1'], listening)) {
    const time = new Date(Number(newest.entry.time.slice(0, -6))).toISOString();
    const sentence = { pattern: 'The journal can be read. Its newest entry is of {0}.', values: [time] };
    return { ok: true, server, sentence };
  }
  return { ok: true, server, sentence: { pattern: 'The journal can be read. It is empty.', values: [] } };
}

/** `systemd 252 (252.39-1~deb12u2)` */
function versionIn(text: string): string | null {
  return /^systemd \d+/.exec(text)?.[0] ?? null;
}

function failed(error: unknown): Look {
  if (error instanceof InputError) return { ok: false, server: null, sentence: error.sentence };
  throw error;
}
