import type { RecordIndex } from '../../model/units';
import type { RecordPassages } from '../normal/record-passages';

/** So many stretches of some hundred records back; what goes on for longer is no newcomer. */
const mostPassages = 8;
const mostHolding = 400;
/** Of fewer lines nobody says that they began something. */
const fewestLines = 5;
const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/**
 * Where somebody who was never there before appears: the first of the records that lead up to `record` without a gap and
 * hold the address; undefined where there are few of them, or always were.
 */
export function arrivalOf(
  id: string,
  record: RecordIndex,
  passages: RecordPassages,
): RecordIndex | undefined {
  if (!address.test(id)) return undefined;
  let first = record;
  let lines = 0;
  let end = record;
  for (let passage = 0; passage < mostPassages; passage++) {
    const before = passages.before(end);
    if (before.recordCount === 0) return undefined;
    const holding = before.holding(id, mostHolding);
    if (holding.length === 0) return lines >= fewestLines ? first : undefined;
    first = holding[0];
    lines += holding.length;
    end = (end - before.recordCount) as RecordIndex;
  }
  return undefined;
}
