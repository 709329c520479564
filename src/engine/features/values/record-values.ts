import { type FieldNameId, FieldNames } from '../../formats/field-spans';
import type { FirstLines } from '../../formats/first-lines';
import { newHeader } from '../../formats/header';
import type { RecordIndex, TemplateId } from '../../model/units';
import { maxMessageBytes } from '../../templates/message-masker';
import { HeaderValues } from './header-values';
import { parameterColumns, plannedParameters } from './message-values';
import { type FindValues, PlanCache } from './plan-cache';
import { PlanReader } from './shape-plan';
import type { ColumnId, PlaceId, ValueColumns } from './value-columns';
import type { ValueRows } from './value-rows';

/** A second of making them. */
const mostPlans = 40_000;

/** What finding values needs to know of templates. */
export interface ValueTemplates {
  templateOfRecord(record: RecordIndex): TemplateId;
  /** Masked tokens of the template. */
  tokensOf(template: TemplateId): readonly string[];
}

/** Finds the values of one record after another where they stand in its first line: fields, header, parameters. */
export class RecordValues {
  private readonly header = newHeader();
  private readonly names = new FieldNames();
  private readonly fieldPlaces: (PlaceId | undefined)[] = [];
  private readonly plans = new PlanCache(mostPlans);
  private readonly planReader = new PlanReader();
  private readonly headers: HeaderValues;
  private readonly columnsOfTemplate: (readonly (ColumnId | undefined)[])[] = [];
  private template = 0 as TemplateId;
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly templates: ValueTemplates,
    private readonly columns: ValueColumns,
    private readonly rows: Pick<ValueRows, 'begin' | 'add'>,
  ) {
    this.headers = new HeaderValues(columns);
  }

  /** Adds a row for the record, whose first line is `bytes[start, end)`. */
  add(record: RecordIndex, lines: FirstLines, bytes: Uint8Array, start: number, end: number): void {
    const { header, headers } = this;
    this.rows.begin(record);
    if (!lines.read(bytes, start, end, header)) return;
    this.template = this.templates.templateOfRecord(record);
    this.bytes = bytes;
    headers.begin();
    lines.variant?.eachField?.(bytes, start, end, this.names, this.addField);
    if (header.messageStart > start && header.messageEnd >= end - 1)
      headers.read(bytes, start, header, this.addPlaced);
    this.addParameters(
      header.messageStart,
      Math.min(header.messageEnd, header.messageStart + maxMessageBytes),
    );
  }

  private addParameters(start: number, end: number): void {
    const { template, bytes } = this;
    const columns = this.columnsOfTemplate[template] ?? this.openColumns(template);
    if (columns.length === 0) return;
    const plan = this.plans.planOf(bytes, start, end, template + 1, this.findParameters);
    if (plan !== undefined) this.planReader.read(plan, bytes, start, end, this.addCell);
  }

  private openColumns(template: TemplateId): readonly (ColumnId | undefined)[] {
    const columns = parameterColumns(this.columns, template, this.templates.tokensOf(template));
    this.columnsOfTemplate[template] = columns;
    return columns;
  }

  private readonly findParameters: FindValues = (bytes, start, end) => {
    const { template } = this;
    const columnOf = (parameter: number) => this.columnsOfTemplate[template][parameter];
    return plannedParameters(this.templates.tokensOf(template), columnOf, bytes, start, end);
  };

  private fieldPlace(name: FieldNameId): PlaceId | undefined {
    const word = this.names.nameOf(name);
    const place = this.columns.placeOf(`field ${word}`, { kind: 'field', name: word, type: undefined });
    this.fieldPlaces[name] = place;
    return place;
  }

  private readonly addField = (name: number, start: number, end: number): void => {
    const place = this.fieldPlaces[name] ?? this.fieldPlace(name);
    this.headers.passOver(start, end);
    if (place !== undefined) this.addPlaced(place, start, end);
  };

  private readonly addPlaced = (place: number, start: number, end: number): void => {
    const column = this.columns.columnOf(this.template, place as PlaceId);
    if (column !== undefined) this.addCell(column, start, end);
  };

  private readonly addCell = (column: number, start: number, end: number): void => {
    this.rows.add(column as ColumnId, this.bytes, start, end);
  };
}
