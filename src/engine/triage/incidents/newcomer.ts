import type { RecordIndex } from '../../model/units';
import type { RecordPassages } from '../normal/record-passages';

/** So many stretches of some hundred records back; what goes on for longer is no newcomer. */
const mostPassages = 8;
const mostHolding = 400;
/** Of fewer lines nobody says that they began something. */
const fewestLines = 5;
const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** A pause so many times the usual one, and of so many records, ends a visit. */
const longestPause = { usual: 8, records: 60 };

/**
 * Where somebody comes who then is busy until `record`: the first of the records that hold the address, one soon after the
 * other; undefined where there are few of them, or no beginning is to be found.
 */
export function arrivalOf(
  id: string,
  record: RecordIndex,
  passages: RecordPassages,
): RecordIndex | undefined {
  if (!address.test(id)) return undefined;
  const visits: RecordIndex[] = [];
  let end = record;
  for (let passage = 0; passage < mostPassages; passage++) {
    const before = passages.before(end);
    const holding = before.holding(id, mostHolding);
    visits.unshift(...holding);
    if (holding.length === 0 || before.recordCount === 0) return beginningOf(visits, record);
    end = (end - before.recordCount) as RecordIndex;
  }
  return beginningOf(visits, record);
}

/** `visits` ascend; undefined where they hold no beginning. */
function beginningOf(visits: readonly RecordIndex[], record: RecordIndex): RecordIndex | undefined {
  let next = record;
  for (let index = visits.length - 1; index >= 0; index--) {
    const lines = visits.length - 1 - index;
    const usual = (record - next) / Math.max(1, lines);
    const isPause = next - visits[index] > Math.max(longestPause.records, longestPause.usual * usual);
    if (isPause) return lines >= fewestLines ? next : undefined;
    next = visits[index];
  }
  return visits.length >= fewestLines ? next : undefined;
}
