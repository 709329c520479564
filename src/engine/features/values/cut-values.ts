import type { Field } from '../../formats/format';
import type { RecordIndex } from '../../model/units';
import { parameterColumns } from './message-values';
import type { ValueTemplates } from './record-values';
import type { ColumnId, ValueColumns } from './value-columns';
import type { ValueRows } from './value-rows';

/** Fields that records have columns of, as `RecordCutter` names them. */
const headerFields: ReadonlySet<string> = new Set(['time', 'level', 'component', 'message']);
const encoder = new TextEncoder();

/** Takes values that were cut one record at a time, as texts. */
export class CutValues {
  private readonly columnsOfTemplate: (readonly (ColumnId | undefined)[])[] = [];

  constructor(
    private readonly templates: ValueTemplates,
    private readonly columns: ValueColumns,
    private readonly rows: Pick<ValueRows, 'begin' | 'add'>,
  ) {}

  /** `parameters`: one each in the order of the template's. */
  add(record: RecordIndex, fields: readonly Field[], parameters: readonly string[]): void {
    const template = this.templates.templateOfRecord(record);
    this.rows.begin(record);
    for (const { name, value } of fields) {
      if (headerFields.has(name)) continue;
      const place = this.columns.placeOf(`field ${name}`, { kind: 'field', name, type: undefined });
      this.put(place === undefined ? undefined : this.columns.columnOf(template, place), value);
    }
    const tokens = this.templates.tokensOf(template);
    this.columnsOfTemplate[template] ??= parameterColumns(this.columns, template, tokens);
    const columns = this.columnsOfTemplate[template];
    for (const [i, value] of parameters.entries()) this.put(columns[i], value);
  }

  private put(column: ColumnId | undefined, value: string): void {
    if (column === undefined || value === '') return;
    const bytes = encoder.encode(value);
    this.rows.add(column, bytes, 0, bytes.length);
  }
}
