import type { RecordTable } from '../model/record-table';
import type { LineIndex } from '../model/units';

export interface LineComponents {
  readonly names: readonly string[];
  /** By line as asked: index of its name. */
  readonly ofLine: Uint16Array;
}

/** Names are fewer: a component column holds two bytes, and 0 is none. */
const none = 0xffff;

/** Which component the record of each line names; none where it names none, or the line is of no record of a log. */
export function componentsOfLines(
  records: RecordTable,
  nameOf: (component: number) => string,
  lines: readonly LineIndex[],
): LineComponents {
  const placeOf = new Map<number, number>();
  const ofLine = Uint16Array.from(lines, (line) => {
    const component = componentOfLine(records, line);
    if (component === 0) return none;
    const place = placeOf.get(component) ?? placeOf.size;
    placeOf.set(component, place);
    return place;
  });
  return { names: [...placeOf.keys()].map(nameOf), ofLine };
}

function componentOfLine(records: RecordTable, line: LineIndex): number {
  if (line < 0 || line >= records.lineCount) return 0;
  if (records.sources[records.sourceOfLine(line)].role !== 'log') return 0;
  const record = records.recordOfLine(line);
  return record === undefined ? 0 : records.component.get(record);
}
