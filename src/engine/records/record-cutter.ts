import type { FirstLines } from '../formats/first-lines';
import type { Field, Header } from '../formats/format';
import { newHeader } from '../formats/header';
import { type LevelName, levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex, SignatureId, TemplateId } from '../model/units';
import { type CutLine, type LinesEnd, linesFrom } from './line-texts';
import type { SourceTexts } from './source-texts';

/** A record's first line as its format reads it; without wrapper, escapes and ANSI sequences. */
export interface FirstText {
  /** What the header's offsets index. */
  readonly bytes: Uint8Array;
  readonly component: string;
  /** Parts the format and the wrapper know by name. */
  fields(): Field[];
}

/** What cutting needs of the reader of a source. */
export interface RereadSource extends LinesEnd {
  /** Another way to read first lines, for many; undefined where `reread` alone can. */
  readonly firstLines: FirstLines | undefined;
  /**
   * Reads a record's first line again, header included, and as many further `lines` as its text takes; undefined where it
   * begins no record any more. Does not disturb a source that is still being read.
   */
  reread(lines: Iterable<CutLine>, header: Header): FirstText | undefined;
}

/** What cutting needs of the template miner. */
export interface CutTemplates {
  templateOf(signature: SignatureId): TemplateId;
  valuesOf(template: TemplateId, bytes: Uint8Array, start: number, end: number): string[];
}

export interface RecordCut {
  /** Bytes the template was mined from (of which the first 8 KiB counted); empty where the text has changed since. */
  readonly message: Uint8Array;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  readonly level: LevelName;
  /** '' where there is none. */
  readonly component: string;
  /**
   * `time`, `level`, `component` and `message` where the record has them, then what its format knows beside, in the
   * line's order. No name of the first four comes twice.
   */
  readonly fields: readonly Field[];
}

const decoder = new TextDecoder();
const nothing = new Uint8Array(0);

/**
 * Cuts from the bytes of a record what no column keeps. About 10 µs a record: for those that are looked at, not for all.
 * `readers`: one a source, in the order they were opened.
 */
export class RecordCutter {
  private readonly header = newHeader();

  constructor(
    private readonly records: RecordTable,
    private readonly readers: readonly RereadSource[],
    private readonly miner: CutTemplates,
  ) {}

  /** Throws what the host throws when it reads. */
  cut(record: RecordIndex, texts: SourceTexts): RecordCut {
    const text = this.reread(record, texts);
    const time = this.records.time.nanosecondsAt(record)?.toString() ?? null;
    const level = levelName(this.records.levelAt(record));
    const message =
      text === undefined ? nothing : text.bytes.slice(this.header.messageStart, this.header.messageEnd);
    const component = text?.component ?? '';
    const own = headerFields({ time, level, component, message: decoder.decode(message) });
    const taken = new Set(own.map(({ name }) => name));
    const others = text?.fields().filter(({ name }) => !taken.has(name)) ?? [];
    return { message, time, level, component, fields: [...own, ...others] };
  }

  /** One each in the order of the template's parameters; '' where the message has another number of tokens. */
  values(record: RecordIndex, texts: SourceTexts): string[] {
    const template = this.miner.templateOf(this.records.signature.get(record) as SignatureId);
    const text = this.reread(record, texts);
    if (text === undefined) return this.miner.valuesOf(template, nothing, 0, 0);
    return this.miner.valuesOf(template, text.bytes, this.header.messageStart, this.header.messageEnd);
  }

  private reread(record: RecordIndex, texts: SourceTexts): FirstText | undefined {
    const reader = this.readers[this.records.sourceOfRecord(record)];
    const line = this.records.firstLine.get(record) as LineIndex;
    return reader.reread(linesFrom(this.records, line, reader, texts), this.header);
  }
}

function headerFields(header: {
  time: string | null;
  level: LevelName;
  component: string;
  message: string;
}): Field[] {
  const fields: Field[] = [];
  if (header.time !== null) fields.push({ name: 'time', value: header.time });
  if (header.level !== 'none') fields.push({ name: 'level', value: header.level });
  if (header.component !== '') fields.push({ name: 'component', value: header.component });
  fields.push({ name: 'message', value: header.message });
  return fields;
}
