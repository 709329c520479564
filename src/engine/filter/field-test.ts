import { Level, levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';
import { parameterNames } from '../records/parameter-names';
import type { RecordCutter, RereadSource } from '../records/record-cutter';
import type { SourceTexts } from '../records/source-texts';
import { coreOfToken } from '../templates/corrections/pattern';
import type { TemplateMiner } from '../templates/template-miner';
import { type ClauseTest, linesTest } from './clause-test';
import type { FilterTest } from './filter';
import { QuickField } from './quick-field';
import type { RecordLines } from './record-lines';

/** What cutting fields needs. */
export interface FieldReading {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'templateOf' | 'template'>;
  readonly cutter: Pick<RecordCutter, 'cut' | 'values'>;
  readonly texts: SourceTexts;
  /** By source. */
  readonly readers: readonly RereadSource[];
}

type FieldClause = Extract<FilterTest, { kind: 'field' }>;

/** A field, or a parameter called so, has the value. `found`: lines that hold the value's text, so that only their records are cut. */
export function fieldTest(
  clause: FieldClause,
  found: ArrayBuffer,
  lines: RecordLines,
  reading: FieldReading,
): ClauseTest {
  const holds = linesTest(found, lines);
  const has = valueTest(clause, reading);
  const byColumn = columnTest(clause, reading.records);
  return {
    isSlow: true,
    records(from, to, fits, wanted) {
      holds.records(from, to, fits, wanted);
      for (let record = from; record < to; record++) {
        if (wanted[record - from] === 0) continue;
        const known = byColumn?.(record);
        if (known !== undefined) fits[record - from] = Number(known);
        else if (fits[record - from] === 1) fits[record - from] = Number(has(record as RecordIndex));
      }
    },
    line: () => false,
  };
}

/** Level and time are compared as columns have them, however they are written; undefined of a record that has none. */
function columnTest(
  { name, value }: FieldClause,
  { level, time }: RecordTable,
): ((record: number) => boolean | undefined) | undefined {
  if (name === 'level')
    return (record) => {
      const own = level.get(record) as Level;
      return own === Level.none ? undefined : levelName(own) === value;
    };
  if (name === 'time')
    return (record) => (time.has(record) ? time.nanosecondsText(record) === value : undefined);
  return undefined;
}

/** What a template says of a name: which of its parameters are called so, and whether its words give it the value. */
interface NamedInTemplate {
  readonly parameters: readonly number[];
  readonly isValue: boolean;
}

function valueTest({ name, value }: FieldClause, reading: FieldReading): (record: RecordIndex) => boolean {
  const { records, miner, cutter, readers, texts } = reading;
  const quick = new QuickField(name, value, records, readers, texts);
  const isInHeader = name === 'message' || name === 'component';
  const known = new Map<TemplateId, NamedInTemplate>();
  const namedIn = (id: TemplateId): NamedInTemplate => {
    const template = miner.template(id);
    const names = parameterNames(template);
    const parameters = names.flatMap((one, place) => (one === name ? [place] : []));
    const made = { parameters, isValue: saysValue(template.tokens, name, value) };
    known.set(id, made);
    return made;
  };
  return (record) => {
    const template = miner.templateOf(records.signature.get(record) as SignatureId);
    const { parameters, isValue } = known.get(template) ?? namedIn(template);
    if (isValue) return true;
    const answer = isInHeader ? 'unknown' : quick.answer(record);
    if (answer === 'has') return true;
    if (answer === 'unknown') {
      const { fields } = cutter.cut(record, texts);
      if (fields.some((field) => field.name === name && field.value === value)) return true;
    }
    if (parameters.length === 0) return false;
    const values = cutter.values(record, texts);
    return parameters.some((place) => values[place] === value);
  };
}

/** Whether words of a template that never vary say `name=value`, `name: value`. */
function saysValue(tokens: readonly string[], name: string, value: string): boolean {
  return tokens.some((token, i) => {
    const parts = token.split(/[,;&]/).map(coreOfToken);
    if (parts.some((part) => part === `${name}=${value}` || part === `${name}:${value}`)) return true;
    const isName = /[=:]$/.test(token) && coreOfToken(token) === name;
    return isName && coreOfToken(tokens[i + 1] ?? '') === value;
  });
}
