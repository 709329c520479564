import type { ParameterType } from '../../model/analysis';
import type { TemplateId } from '../../model/units';

/** A column of the value table; ids count from 0. */
export type ColumnId = number & { readonly __brand: 'ColumnId' };
/** What a value is called wherever it stands: a field's name, a column of the header, a parameter of one template. */
export type PlaceId = number & { readonly __brand: 'PlaceId' };

/** The values that records of one template have at one place. */
export interface ValueColumn {
  readonly id: ColumnId;
  readonly template: TemplateId;
  /** Fields and header columns of the same name share it, under whatever template. */
  readonly place: PlaceId;
  /** A variable of the message; a field of JSON, logfmt or a known layout; a variable of a header without names. */
  readonly kind: 'parameter' | 'field' | 'header';
  /** A field's name; else the word before the value (`took`, `size`), '' where none stands there. */
  readonly name: string;
  /** Index among the template's parameters; -1 of fields and header columns. */
  readonly parameter: number;
  /** Undefined of fields: nothing masked them. */
  readonly type: ParameterType | undefined;
}

export type Place = Pick<ValueColumn, 'kind' | 'name' | 'type'>;

/** More of them, and the keys are data: what comes behind is passed over. */
const mostPlaces = 1 << 18;
const mostColumns = 1 << 20;

/** Numbers places and columns in order of appearance. */
export class ValueColumns {
  readonly list: ValueColumn[] = [];
  private readonly places: Place[] = [];
  private readonly placeOfKey = new Map<string, PlaceId>();
  /** By template, then by place: small integers are the fastest keys. */
  private readonly columnOfPlace: Map<PlaceId, ColumnId>[] = [];

  /** `key` tells places from each other; undefined where there are too many. */
  placeOf(key: string, place: Place): PlaceId | undefined {
    const known = this.placeOfKey.get(key);
    if (known !== undefined) return known;
    if (this.places.length >= mostPlaces) return undefined;
    const id = (this.places.push(place) - 1) as PlaceId;
    this.placeOfKey.set(key, id);
    return id;
  }

  /** The column of a place under a template; `parameter` is given where it is new. */
  columnOf(template: TemplateId, place: PlaceId, parameter = -1): ColumnId | undefined {
    this.columnOfPlace[template] ??= new Map();
    const columns = this.columnOfPlace[template];
    const known = columns.get(place);
    if (known !== undefined) return known;
    if (this.list.length >= mostColumns) return undefined;
    const id = this.list.length as ColumnId;
    this.list.push({ id, template, place, parameter, ...this.places[place] });
    columns.set(place, id);
    return id;
  }
}
