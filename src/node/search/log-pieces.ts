import type { LinesDescriptor } from '../../protocol/log-lines';
import type { FoundInLog, PieceEnd } from './found-in-log';

/** The lines that begin in a stretch of one source. */
export interface LogPiece {
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

/** A millisecond of searching words: what stands in it is read once from memory, then from the processor's cache. */
const pieceBytes = 1 << 20;

/** What is to be searched, from where a former search of the same log can be gone on with. */
export function piecesOf(sources: readonly LinesDescriptor[], from: PieceEnd | undefined): LogPiece[] {
  const pieces: LogPiece[] = [];
  for (let source = from?.source ?? 0; source < sources.length; source++) {
    const { textStart, bytes } = sources[source];
    const end = textStart + bytes;
    let start = source === from?.source ? from.start : textStart;
    for (; start < end; start += pieceBytes)
      pieces.push({ source, start, end: Math.min(end, start + pieceBytes) });
  }
  return pieces;
}

/** Where to go on: before the last piece of what has only grown since; undefined where all must be searched. */
export function knownPart(
  { sources: known, lastPiece }: FoundInLog,
  sources: readonly LinesDescriptor[],
): PieceEnd | undefined {
  if (lastPiece === undefined || sources.length < known.length) return undefined;
  const last = known.length - 1;
  const isPart = known.every((one, i) => {
    const now = sources[i];
    const isSame = one.descriptor === now.descriptor && one.firstLine === now.firstLine;
    return isSame && (i === last ? one.bytes <= now.bytes : one.bytes === now.bytes);
  });
  return isPart ? lastPiece : undefined;
}
