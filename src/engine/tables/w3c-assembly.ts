import type { Field, Header, ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { ByteOffset } from '../model/units';
import { type Assembly, LinePart } from './assembly';
import { rolesByName } from './roles-by-name';
import { RowReader } from './row-reader';
import { columnOf, type Table } from './table';

const hash = 0x23;
const tab = 0x09;
const blank = 0x20;
/** Lines at the start of a file among which the columns must be named. */
const mostDirectives = 20;
const decoder = new TextDecoder();

/** The directive that names the columns, and where in the source it holds from. */
interface Directive {
  readonly from: number;
  readonly table: Table;
}

/**
 * W3C extended log files (W3C WD-logfile-960323): IIS, CloudFront; Zeek's, which are much alike. `#Fields:` names the columns of
 * the rows that follow, and may come again with others. Directives are no records.
 */
export class W3cAssembly implements Assembly {
  readonly name = 'w3c';
  readonly hasMessages = false;
  private readonly header = newHeader();
  private reader: RowReader | undefined;

  constructor(
    private readonly context: ReadContext,
    /** Shared by all copies: where a record stands tells which directive it is read by. */
    private readonly directives: Directive[] = [],
  ) {}

  take(bytes: Uint8Array, start: number, end: number, offset: ByteOffset): LinePart {
    if (start < end && bytes[start] === hash) {
      const table = tableOfDirective(decoder.decode(bytes.subarray(start, end)));
      if (table !== undefined) this.heed(table, offset);
      return LinePart.aside;
    }
    if (start >= end || this.reader === undefined) return LinePart.trails;
    const { reader } = this;
    reader.scan(bytes, start, end);
    const complete = reader.row.count >= reader.table.columns.length;
    return complete || reader.hasTime(bytes, this.header) ? LinePart.whole : LinePart.trails;
  }

  read(bytes: Uint8Array, start: number, end: number, header: Header): Uint8Array {
    const reader = this.reader as RowReader;
    reader.scan(bytes, start, end);
    return reader.read(bytes, start, end, header);
  }

  fields(bytes: Uint8Array, start: number, end: number): Field[] {
    const reader = this.reader as RowReader;
    reader.scan(bytes, start, end);
    const { starts, ends, count } = reader.row;
    return reader.table.columns.slice(0, count).flatMap(({ name }, i) => {
      const value = decoder.decode(bytes.subarray(starts[i], ends[i]));
      return value === '-' || value === '' ? [] : [{ name, value }];
    });
  }

  fork(context: ReadContext): W3cAssembly {
    return this.with(context, this.reader?.table);
  }

  at(offset: ByteOffset): W3cAssembly {
    return this.with(this.context, this.directives.findLast(({ from }) => from <= offset)?.table);
  }

  private with(context: ReadContext, table: Table | undefined): W3cAssembly {
    const copy = new W3cAssembly(context, this.directives);
    if (table !== undefined) copy.reader = new RowReader(table, context);
    return copy;
  }

  private heed(table: Table, offset: ByteOffset): void {
    // A directive at the end of a file that grows is read again, and may be longer then.
    while ((this.directives.at(-1)?.from ?? -1) >= offset) this.directives.pop();
    this.directives.push({ from: offset, table });
    this.reader = new RowReader(table, this.context);
  }
}

/** `#Fields: date time …`; Zeek's `#fields<tab>ts<tab>uid …`. */
const directive = /^#fields(:?)[ \t]+(\S.*)$/i;

/** What visitors send as they like: `cs(User-Agent)`, `cs(Referer)`, `cs(Cookie)`, `cs-uri-query`. */
const visitors = /agent|referr?er|cookie|query/i;

function tableOfDirective(line: string): Table | undefined {
  const [, colon, list = ''] = directive.exec(line) ?? [];
  if (colon === undefined) return undefined;
  const names = list.trim().split(/[ \t]+/);
  const delimiter = colon === '' || list.includes('\t') ? tab : blank;
  return {
    name: 'w3c',
    delimiter,
    columns: names.map((name) => columnOf(name, visitors.test(name) ? 'not' : 'bare')),
    roles: rolesByName(names),
  };
}

/** Where one of the first lines names the columns and more than directives follows. */
export function recogniseW3c(head: readonly Uint8Array[], context: ReadContext): W3cAssembly | undefined {
  const first = head.find((line) => line.length > 0);
  if (first?.[0] !== hash) return undefined;
  const leading = head.slice(0, mostDirectives);
  return leading.some((line) => tableOfDirective(decoder.decode(line)) !== undefined)
    ? new W3cAssembly(context)
    : undefined;
}
