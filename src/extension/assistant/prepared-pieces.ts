import type { AttachedContext } from '../../node/assistant/investigation';
import type { AnalysedLog } from '../shared/analyses';
import { type AttachedPiece, attachedPiece, type Where } from './attached';
import { idOf, type Piece } from './pieces';

/** What goes along with the pieces of a question, made once a result of the log. */
export class PreparedPieces {
  private readonly made = new WeakMap<AnalysedLog, Map<string, Promise<AttachedPiece>>>();
  private readonly tokens = new WeakMap<AnalysedLog, Map<string, number | null>>();

  constructor(private readonly where: Where) {}

  /** Null until it was prepared, and where nobody can say. */
  tokensOf(piece: Piece, log: AnalysedLog | undefined): number | null {
    return (log && this.tokens.get(log)?.get(idOf(piece))) ?? null;
  }

  setTokens(piece: Piece, log: AnalysedLog, tokens: number): void {
    mapOf(this.tokens, log).set(idOf(piece), tokens);
  }

  isPrepared(piece: Piece, log: AnalysedLog): boolean {
    return mapOf(this.made, log).has(keyOf(piece));
  }

  async contexts(pieces: readonly Piece[], log: AnalysedLog): Promise<readonly AttachedContext[]> {
    const prepared = await Promise.all(pieces.map((piece) => this.prepare(piece, log)));
    return prepared.flatMap(({ context }) => context ?? []);
  }

  prepare(piece: Piece, log: AnalysedLog): Promise<AttachedPiece> {
    const key = keyOf(piece);
    const made = mapOf(this.made, log);
    const known = made.get(key);
    if (known) return known;
    const preparing = attachedPiece(piece, log, this.where);
    made.set(key, preparing);
    preparing.then(
      ({ tokens }) => tokens !== null && this.setTokens(piece, log, tokens),
      () => made.delete(key),
    );
    return preparing;
  }
}

/** Of one that can change while its id stays. */
function keyOf(piece: Piece): string {
  return piece.kind === 'selection' ? JSON.stringify(piece.stretches) : idOf(piece);
}

function mapOf<Value>(maps: WeakMap<AnalysedLog, Map<string, Value>>, log: AnalysedLog): Map<string, Value> {
  const known = maps.get(log) ?? new Map<string, Value>();
  maps.set(log, known);
  return known;
}
