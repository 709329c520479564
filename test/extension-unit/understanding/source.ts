import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import type { ColouredLine, ShownLine, SourceUnderstanding } from '../../../src/protocol/understanding';

/** A log of 1,200 lines of which all was understood. */
export function understoodSource(more: Partial<SourceUnderstanding> = {}): SourceUnderstanding {
  return {
    source: 0 as SourceIndex,
    path: '/logs/app.log',
    format: 'time-level',
    wrapper: null,
    encoding: 'utf8',
    lines: 1200,
    records: 1000,
    timed: 1000,
    unfit: 0,
    zone: '+08:00',
    corrections: [],
    samples: [],
    unfitLines: [],
    timelessLines: [],
    ...more,
  };
}

export function shownLine(line: number, text: string): ShownLine {
  return { line: line as LineNumber, text };
}

/** `parts` in order; what stands between them is in no column. */
export function colouredLine(
  line: number,
  text: string,
  parts: readonly (readonly [ColouredLine['columns'][number]['role'], string])[],
): ColouredLine {
  let at = 0;
  const columns = parts.map(([role, part]) => {
    const start = text.indexOf(part, at);
    at = start + part.length;
    return { role, start, end: at };
  });
  return { ...shownLine(line, text), columns };
}
