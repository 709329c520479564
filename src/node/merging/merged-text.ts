import type { MergedRange, MergedRecord } from '../../engine/merge/merged-records';
import type { Session } from '../../engine/session';
import type { ReadableLog } from '../files/readable-log';
import { pause } from '../pause';
import { ByteChunks } from './byte-chunks';
import { TextWindow } from './text-window';

export interface ReadLogs {
  readonly session: Session;
  /** By source index. */
  readonly sources: readonly ReadableLog[];
}

export interface MergeOptions {
  /** By source index, milliseconds; 0 where left out. */
  readonly clockOffsets: readonly number[];
  readonly range?: MergedRange;
  readonly signal?: AbortSignal | undefined;
  /** Hears the records passed now and then. */
  readonly onRecords?: ((records: number) => void) | undefined;
}

const everything: MergedRange = { from: null, until: null };
const recordsBetweenPauses = 4096;

/**
 * Logs that were read as one text in order of time: before each line the name of its log, padded to the longest. Bytes stay as they are,
 * line ends become line feeds. Little more than a chunk is in memory. Throws InputError where a file has shrunk, or the signal's reason.
 */
export async function* mergedText(
  { session, sources }: ReadLogs,
  names: readonly string[],
  { clockOffsets, range = everything, signal, onRecords }: MergeOptions,
): AsyncGenerator<Uint8Array> {
  const chunks = new ByteChunks();
  const marks = marksOf(names);
  const windows = await windowsOf(sources);
  let count = 0;
  for (const { source, offsets } of session.lines.mergedRecords(clockOffsets, range)) {
    for (let i = 0; i + 1 < offsets.length; i++) {
      chunks.add(marks[source]);
      for (const piece of windows[source].line(offsets[i], offsets[i + 1])) chunks.add(piece);
      chunks.endLine();
      yield* chunks.taken();
    }
    if (++count % recordsBetweenPauses > 0) continue;
    onRecords?.(count);
    await pause(signal);
  }
  yield* chunks.rest();
}

/** The same, as records with their text: U+FFFD where bytes are not UTF-8, line feeds between lines. */
export async function* mergedRecordTexts(
  { session, sources }: ReadLogs,
  { clockOffsets, range = everything, signal }: MergeOptions,
): AsyncGenerator<MergedRecord & { readonly text: string }> {
  const windows = await windowsOf(sources);
  let count = 0;
  for (const record of session.lines.mergedRecords(clockOffsets, range)) {
    yield { ...record, text: textOf(record, windows[record.source]) };
    if (++count % recordsBetweenPauses === 0) await pause(signal);
  }
}

async function windowsOf(logs: readonly ReadableLog[]): Promise<readonly TextWindow[]> {
  const windows: TextWindow[] = [];
  for (const log of logs) windows.push(new TextWindow(await log.text(), log.path));
  return windows;
}

function textOf({ offsets }: MergedRecord, window: TextWindow): string {
  const lines: string[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) {
    const pieces = window.line(offsets[i], offsets[i + 1]);
    lines.push(Buffer.concat(Array.from(pieces, (piece) => piece.slice())).toString());
  }
  return lines.join('\n');
}

function marksOf(names: readonly string[]): readonly Uint8Array[] {
  const width = names.reduce((most, name) => Math.max(most, name.length), 0);
  return names.map((name) => Buffer.from(`${name.padEnd(width)} | `));
}
