import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId } from '../../model/units';
import type { RecordPassages } from './record-passages';

/** As access logs write a request: `"GET /cart HTTP/1.1"`. */
const firstQuote = /"[ !#-~]{3,200}"/;
const mostQuoting = 400;

/** The nearest earlier record of a wording that quotes what this one quotes: the same request, answered as usual. */
export function sameQuoteBefore(
  record: RecordIndex,
  wording: SignatureId,
  passages: RecordPassages,
  { signature }: RecordTable,
): RecordIndex | undefined {
  const quoted = firstQuote.exec(passages.firstLine(record))?.[0];
  if (quoted === undefined) return undefined;
  const quoting = passages.before(record).holding(quoted, mostQuoting);
  return quoting.findLast((earlier) => signature.get(earlier) === wording);
}
