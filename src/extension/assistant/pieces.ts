import type { LineNumber } from '../../engine/model/units';
import type { EvidenceRequest } from '../../protocol/assistant-log';
import type { AnalysedLog } from '../shared/analyses';

export interface Stretch {
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
}

/** What a reader attached to a question. One of a kind, but of sources any number. */
export type Piece =
  | { readonly kind: 'evidence' }
  | { readonly kind: 'incident'; readonly incidentId: string }
  /** Of a merge a stretch of each file: what stands between them on screen. */
  | { readonly kind: 'selection'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'comparison' }
  | { readonly kind: 'metrics' }
  | { readonly kind: 'source'; readonly name: string };

/** Of `ContextChip`. */
export function idOf(piece: Piece): string {
  if (piece.kind === 'source') return `source ${piece.name}`;
  return piece.kind === 'incident' ? `incident ${piece.incidentId}` : piece.kind;
}

/** A question is about one incident and one selection: another takes its place. Evidence stands first. */
export function withPiece(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const others = pieces.filter(
    (one) => one.kind !== piece.kind || (one.kind === 'source' && idOf(one) !== idOf(piece)),
  );
  return piece.kind === 'evidence' ? [piece, ...others] : [...others, piece];
}

export function withoutPiece(pieces: readonly Piece[], id: string): readonly Piece[] {
  return pieces.filter((piece) => idOf(piece) !== id);
}

/** What the evidence is to be about: the selected lines where they stand together, else the incident's time, else its lines; null is all of the log. */
export function focusOf(pieces: readonly Piece[], log: AnalysedLog): EvidenceRequest['focus'] {
  const selection = pieces.find((piece) => piece.kind === 'selection');
  if (selection) return selection.stretches.length === 1 ? selection.stretches[0] : null;
  const named = pieces.find((piece) => piece.kind === 'incident');
  const incident = named && log.incidents.find(({ id }) => id === named.incidentId);
  if (!incident) return null;
  const { start, end, timeline, firstLine, worstLine } = incident;
  if (start !== null) return { from: start, until: end ?? start };
  const lines = [firstLine, worstLine, ...timeline.map(({ line }) => line)];
  return {
    firstLine: Math.min(...lines) as LineNumber,
    lastLine: Math.max(...lines) as LineNumber,
  };
}
