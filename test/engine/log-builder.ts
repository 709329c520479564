import type { MinedTemplates } from '../../src/engine/features/mined-templates';
import { LogSessions } from '../../src/engine/features/sessions/log-sessions';
import { TemplateStatistics } from '../../src/engine/features/template-statistics';
import { ValueColumns } from '../../src/engine/features/values/value-columns';
import { ValueRows } from '../../src/engine/features/values/value-rows';
import type { ValueSource } from '../../src/engine/features/values/value-source';
import { Level, type LevelName } from '../../src/engine/model/level';
import { RecordTable } from '../../src/engine/model/record-table';
import type {
  ByteOffset,
  LineIndex,
  RecordIndex,
  SignatureId,
  TemplateId,
} from '../../src/engine/model/units';
import type { SourceTexts } from '../../src/engine/records/source-texts';
import { textsOf } from './source-texts';

/** One record as a test writes it. */
export interface Row {
  /** Numbers in it are masked, so that rows that differ in digits share a signature. */
  readonly text: string;
  readonly level?: LevelName;
  /** Seconds since the epoch; a row without has no time. */
  readonly at?: number;
  readonly component?: number;
  /** Lines of the record; 1 if left out. */
  readonly lines?: number;
  /** Bytes of the record; its text's length and a line end if left out. */
  readonly bytes?: number;
}

export interface BuiltSource {
  readonly path?: string;
  readonly role?: 'log' | 'baseline';
  readonly rows: readonly Row[];
}

/** `5xx` is no word of the message but the class its header says. */
const eventClass = /^[1-5]xx$/;

/**
 * Templates by the simplest rule there is: numbers are masked, and a word between braces,
 * as in `{accepted}`, is a place where a template takes any word.
 */
export class SimpleTemplates implements MinedTemplates {
  private readonly signatures = new Map<string, number>();
  private readonly templates = new Map<string, number>();
  private readonly patterns: string[] = [];
  private readonly tokens: string[][] = [];
  private readonly eventClasses: string[] = [];
  private readonly templateOfSignature: number[] = [];

  get signatureCount(): number {
    return this.signatures.size;
  }

  signatureOf(text: string): SignatureId {
    const masked = text.replace(/\d+(?!xx)/g, '<number>');
    const known = this.signatures.get(masked.replace(/[{}]/g, ''));
    if (known !== undefined) return known as SignatureId;
    const template = masked.replace(/\{[^}]*\}/g, '<word>');
    if (!this.templates.has(template)) this.templates.set(template, this.patterns.push(template) - 1);
    const plain = masked.replace(/[{}]/g, '');
    const words = plain.split(' ');
    this.signatures.set(plain, this.tokens.push(words.filter((word) => !eventClass.test(word))) - 1);
    this.eventClasses.push(words.find((word) => eventClass.test(word)) ?? '');
    return (this.templateOfSignature.push(this.templates.get(template) ?? 0) - 1) as SignatureId;
  }

  tokensOf(signature: SignatureId): readonly string[] {
    return this.tokens[signature];
  }

  eventClassOf(signature: SignatureId): string {
    return this.eventClasses[signature];
  }

  hashOf(signature: SignatureId): { hi: number; lo: number } {
    let hi = 1;
    let lo = 2;
    for (const token of this.tokensOf(signature).join(' ')) {
      hi = Math.imul(hi ^ (token.codePointAt(0) ?? 0), 0x01000193);
      lo = Math.imul(lo + (token.codePointAt(0) ?? 0), 0x85ebca6b);
    }
    return { hi: hi >>> 0, lo: lo >>> 0 };
  }

  templateOf(signature: SignatureId): TemplateId {
    return this.templateOfSignature[signature] as TemplateId;
  }

  template(id: TemplateId): { pattern: string; tokens: readonly string[] } {
    const pattern = this.patterns[id];
    return { pattern, tokens: pattern.split(' ').filter((word) => !eventClass.test(word)) };
  }

  maskedTextOf(signature: SignatureId): string {
    return [...this.tokens[signature], this.eventClasses[signature]].join(' ').trimEnd();
  }
}

export interface BuiltLog {
  readonly records: RecordTable;
  readonly mined: SimpleTemplates;
  readonly texts: SourceTexts;
}

/** Record tables by hand: what reading the sources would have made. */
export function buildLog(...sources: readonly BuiltSource[]): BuiltLog {
  const records = new RecordTable();
  const mined = new SimpleTemplates();
  for (const source of sources) {
    records.openSource(source.path ?? 'app.log', source.role ?? 'log');
    let offset = 0;
    for (const row of source.rows) offset += pushRow(records, mined, row, offset);
    records.sources[records.sources.length - 1].bytes = offset;
  }
  return { records, mined, texts: textsOf(...sources.map(({ rows }) => rows.map(textOfRow).join(''))) };
}

/** Of logs built by hand: what stands behind a mask is made by reading lines, which these never were. */
const noValues: ValueSource = {
  known: undefined,
  *table() {
    yield;
    return new ValueRows().finish(new ValueColumns(), 0);
  },
};

/** What detectors are given beside the counts. */
export function lookedAt({ records }: BuiltLog): { values: ValueSource; sessions: LogSessions } {
  return { values: noValues, sessions: new LogSessions(records, noValues, undefined) };
}

/** Statistics of a log, gathered to the end. */
export function statisticsOf({ records, mined }: BuiltLog): TemplateStatistics {
  const statistics = new TemplateStatistics(records, mined);
  finish(statistics.gather());
  return statistics;
}

/** Steps a generator to its end. */
export function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export function rowsOf(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

export function recordAt(index: number): RecordIndex {
  return index as RecordIndex;
}

/** As long as the row says it is. */
function textOfRow(row: Row): string {
  return `${row.text.padEnd(bytesOfRow(row) - 1)}\n`;
}

function bytesOfRow({ text, bytes }: Row): number {
  return bytes ?? text.length + 1;
}

function pushRow(records: RecordTable, mined: SimpleTemplates, row: Row, offset: number): number {
  const bytes = bytesOfRow(row);
  const lines = row.lines ?? 1;
  const firstLine = records.lineCount as LineIndex;
  for (let line = 0; line < lines; line++) {
    records.pushLine((offset + Math.floor((bytes * line) / lines)) as ByteOffset, false);
  }
  records.pushRecord({
    firstLine,
    signature: mined.signatureOf(row.text),
    seconds: row.at === undefined ? Number.NaN : Math.floor(row.at),
    nanos: row.at === undefined ? 0 : Math.round((row.at % 1) * 1e9),
    level: Level[row.level ?? 'info'],
    component: row.component ?? 0,
  });
  return bytes;
}
