import type { TaughtLabel } from '../../../src/engine/labels/label';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import type { SessionOptions } from '../../../src/engine/session-values';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

/** Jobs of a depot, four lines each; each eleventh waits for a ramp, job 40 breaks down. */
export function depotLog(jobs: number): string {
  return Array.from({ length: jobs }, (_, job) => linesOfJob(job)).join('');
}

function linesOfJob(job: number): string {
  const id = `job=${(job * 40_503_001 + 2_810_000_123).toString(16).slice(-8)}`;
  const lines = [
    `INFO depot.Gate opened gate ${job % 4} for ${id}`,
    ...(job % 11 === 10 ? [`INFO depot.Ramp ${id} waits for ramp ${job % 3}`] : []),
    `INFO depot.Crane lifted ${100 + job} kg for ${id}`,
    ...(job === 40 ? [`ERROR depot.Crane cable torn while lifting for ${id}`] : []),
    `INFO depot.Gate closed gate ${job % 4} after ${id}`,
    `INFO depot.Desk ${id} is done`,
  ];
  return lines.map((line, at) => `${stamp(job * 6 + at)} ${line}\n`).join('');
}

function stamp(second: number): string {
  return new Date(Date.UTC(2026, 4, 2, 4, 0, second)).toISOString();
}

export interface OpenedLog {
  readonly session: Session;
  readonly texts: ReturnType<typeof textsOf>;
}

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** Read in pieces of so many bytes; each text is a source. */
export function opened(texts: readonly string[], options: SessionOptions = {}, piece = 1 << 20): OpenedLog {
  const session = new Session(options);
  for (const [index, text] of texts.entries()) {
    session.openSource({ path: `depot.log.${index}`, role: 'log', referenceSeconds });
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += piece) session.push(bytes.subarray(at, at + piece));
    session.closeSource();
  }
  return { session, texts: textsOf(...texts) };
}

export function analysed({ session, texts }: OpenedLog): Analysis {
  return finish(session.analyse(texts));
}

export function judgedBy({ session, texts }: OpenedLog, labels: readonly TaughtLabel[]): Analysis {
  return finish(session.rejudge({ labels }, texts));
}

/** From 1, of the first that holds the words. */
export function lineOf(text: string, words: string): LineNumber {
  const at = text.split('\n').findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`no line holds ${words}`);
  return (at + 1) as LineNumber;
}

/** What a label on the line could speak of. */
export function choicesAt({ session }: OpenedLog, line: LineNumber) {
  const choices = finish(session.labels.choicesOf(0 as SourceIndex, line));
  if (choices?.session === undefined || choices.session === null)
    throw new Error(`line ${line} is of no session`);
  return { ...choices, session: choices.session };
}

export function says(
  subject: TaughtLabel['subject'],
  verdict: TaughtLabel['verdict'],
  category: string | null = null,
  note: string | null = null,
): TaughtLabel {
  return { subject, verdict, category, note };
}
