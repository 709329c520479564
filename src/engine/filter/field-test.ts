import type { LevelName } from '../model/level';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';
import { type NamedParameters, parameterNames } from '../records/parameter-names';
import type { RecordCutter } from '../records/record-cutter';
import type { SourceTexts } from '../records/source-texts';
import type { TemplateMiner } from '../templates/template-miner';
import { type ClauseTest, linesTest, recordTest } from './clause-test';
import type { FilterTest } from './filter';
import type { RecordLines } from './record-lines';

/** What cutting fields needs. */
export interface FieldReading {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'templateOf' | 'template'>;
  readonly cutter: Pick<RecordCutter, 'cut' | 'values'>;
  readonly texts: SourceTexts;
}

type FieldClause = Extract<FilterTest, { kind: 'field' }>;

/**
 * A field, or a parameter called so, has the value. `found`: lines that hold the value's text, so that only their records are cut;
 * level and time are written otherwise than they are compared, and are in columns.
 */
export function fieldTest(
  clause: FieldClause,
  found: ArrayBuffer,
  lines: RecordLines,
  reading: FieldReading,
): ClauseTest {
  const { name, value } = clause;
  const { level, time } = reading.records;
  if (name === 'level')
    return recordTest(
      (record) => levelName(level.get(record) as Parameters<typeof levelName>[0]) === (value as LevelName),
    );
  if (name === 'time') return recordTest((record) => time.nanosecondsText(record) === value);
  const holds = linesTest(found, lines);
  const has = valueTest(clause, reading);
  return {
    isSlow: true,
    records(from, to, fits, wanted) {
      holds.records(from, to, fits, wanted);
      for (let record = from; record < to; record++)
        if (fits[record - from] === 1 && !has(record as RecordIndex)) fits[record - from] = 0;
    },
    line: holds.line,
  };
}

function valueTest({ name, value }: FieldClause, reading: FieldReading): (record: RecordIndex) => boolean {
  const { records, miner, cutter, texts } = reading;
  const places = new Map<TemplateId, readonly number[]>();
  const placesOf = (template: TemplateId) => {
    const known = places.get(template);
    if (known) return known;
    const made = placesNamed(name, miner.template(template));
    places.set(template, made);
    return made;
  };
  return (record) => {
    const { fields } = cutter.cut(record, texts);
    if (fields.some((field) => field.name === name && field.value === value)) return true;
    const named = placesOf(miner.templateOf(records.signature.get(record) as SignatureId));
    if (named.length === 0) return false;
    const values = cutter.values(record, texts);
    return named.some((place) => values[place] === value);
  };
}

/** The template's parameters that are called so. */
function placesNamed(name: string, template: NamedParameters): readonly number[] {
  return parameterNames(template).flatMap((one, place) => (one === name ? [place] : []));
}
