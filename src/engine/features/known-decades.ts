import type { FillCodes } from './feature';
import type { TemplateStatistics } from './template-statistics';

/** Of features that are decades of a ratio. */
export const decadeResolution = 0.25;

/** Decades of a ratio as a multiple of the resolution, at least 0. */
export function decadesCode(ratio: number): number {
  return Math.round(Math.log10(Math.max(1, ratio)) / decadeResolution);
}

/**
 * What the records before a record can know: after n of them nothing is rarer than one in n. As a multiple of the
 * resolution it changes a few dozen times in a log, so it is asked for once where a whole block has the same.
 */
export class KnownDecades {
  constructor(private readonly templates: TemplateStatistics) {}

  at(record: number): number {
    return decadesCode(Math.max(record + 1, this.templates.baselineRecords));
  }

  /** The one for all records `[from, to)`, or -1. */
  ofAll(from: number, to: number): number {
    const first = this.at(from);
    return first === this.at(to - 1) ? first : -1;
  }
}

/** Codes from a table by a column of the records, within what was known. */
export function fillFromTable(
  templates: TemplateStatistics,
  table: Int16Array,
  column: { get(record: number): number },
): FillCodes {
  const known = new KnownDecades(templates);
  return ({ from, to }, codes) => {
    const forAll = known.ofAll(from, to);
    for (let record = from; record < to; record++) {
      const most = forAll < 0 ? known.at(record) : forAll;
      codes[record - from] = Math.min(table[column.get(record)], most);
    }
  };
}
