import { read } from 'node:fs';
import { promisify } from 'node:util';
import type { LineNumber, SourceIndex } from '../../engine/model/units';
import { lineKeyOf } from '../../engine/records/content-key';
import { PlaceFinder, PlaceMaker } from '../../engine/records/line-places';
import { LineSplitter } from '../../engine/text/line-splitter';
import type { LinesDescriptor, ViewLine } from '../../protocol/log-lines';
import type { LinePlace } from '../../protocol/reading';

/** Pieces are read so that the thread answers for pages between them. */
const pieceBytes = 1 << 20;

type TakeLine = (bytes: Uint8Array, start: number, end: number) => void;

/** By line as asked for. Reads each source twice, up to the last line asked for: once for the keys, once for what is equal. */
export async function placesOfLines(
  sources: readonly LinesDescriptor[],
  lines: readonly ViewLine[],
  signal: AbortSignal,
): Promise<readonly LinePlace[]> {
  const made = new Map<ViewLine, LinePlace>();
  for (const [source, descriptor] of sources.entries()) {
    const own = lines.filter((line) => isOf(descriptor, line)).map((line) => line - descriptor.firstLine + 1);
    for (const place of await placesInSource(descriptor, new Set(own), signal)) {
      const line = (descriptor.firstLine + place.line - 1) as ViewLine;
      made.set(line, { source: source as SourceIndex, ...place });
    }
  }
  return lines.flatMap((line) => made.get(line) ?? []);
}

/** By place as asked for; a place in a source that is not there is not found. */
export async function findPlaces(
  sources: readonly LinesDescriptor[],
  places: readonly LinePlace[],
  signal: AbortSignal,
): Promise<readonly (ViewLine | null)[]> {
  const found = new Map<LinePlace, ViewLine>();
  for (const [source, descriptor] of sources.entries()) {
    const own = places.filter((place) => place.source === source);
    if (own.length === 0) continue;
    const finder = new PlaceFinder(own);
    await eachLine(descriptor, Number.POSITIVE_INFINITY, (...line) => finder.push(...line), signal);
    for (const [index, line] of finder.found().entries()) {
      if (line !== null) found.set(own[index], (descriptor.firstLine + line - 1) as ViewLine);
    }
  }
  return places.map((place) => found.get(place) ?? null);
}

function isOf({ firstLine, lines }: LinesDescriptor, line: ViewLine): boolean {
  return firstLine <= line && line < firstLine + lines;
}

async function placesInSource(
  source: LinesDescriptor,
  wanted: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<readonly { line: LineNumber; key: string; ordinal: number }[]> {
  if (wanted.size === 0) return [];
  const last = Math.max(...wanted);
  const keys = new Map<number, string>();
  let line = 0;
  const keep: TakeLine = (bytes, start, end) => {
    if (wanted.has(++line)) keys.set(line, lineKeyOf(bytes, start, end));
  };
  await eachLine(source, last, keep, signal);
  const maker = new PlaceMaker(keys);
  await eachLine(source, last, (...one) => maker.push(...one), signal);
  return maker.places();
}

const readAt = promisify(read);

/** The first `most` lines of a source; some behind them may be taken too, those of the piece the last stands in. */
async function eachLine(
  { descriptor, textStart, bytes }: LinesDescriptor,
  most: number,
  take: TakeLine,
  signal: AbortSignal,
): Promise<void> {
  let lines = 0;
  const splitter = new LineSplitter((piece, start, end) => {
    lines++;
    take(piece, start, end);
  });
  const piece = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes && lines < most; ) {
    signal.throwIfAborted();
    const length = Math.min(piece.length, bytes - at);
    const { bytesRead } = await readAt(descriptor, piece, 0, length, textStart + at);
    if (bytesRead === 0) break;
    splitter.push(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
  splitter.end();
}
