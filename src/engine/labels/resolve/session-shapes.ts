import { shapeOf } from '../../dataset/sequence-shape';
import type { SessionId, Sessions } from '../../features/sessions/sessions';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import { Hash64 } from '../../triage/hash64';

export interface ShapedTemplates {
  templateOf(signature: SignatureId): TemplateId;
  template(id: TemplateId): { readonly pattern: string };
}

/** Sessions of one shape. */
interface Alike {
  readonly number: number;
  /** Ascending. */
  readonly sessions: SessionId[];
}

const stepSessions = 4096;
const placeholder = /<[a-z]+>/g;

/**
 * The shape of each session of the log: a hash over the templates of its records in their order, by their words alone: what they are numbered
 * and which digits or values stand in them changes nothing. Of a log too large to look at each record, a session that may go on outside of
 * what was looked at has none.
 */
export class SessionShapes {
  /** '' where it has none. */
  private readonly shapes: string[] = [];
  private readonly byShape = new Map<string, Alike>();
  /** By record of a session that has one, which shape it is, in the order of `byShape`. */
  private readonly numbers = new Map<RecordIndex, number>();
  private readonly templateHashes = new Map<TemplateId, number>();

  /** `sessions`: all that were found. To be gathered before anything is asked. */
  constructor(
    private readonly records: RecordTable,
    private readonly templates: ShapedTemplates,
    readonly sessions: Sessions,
  ) {}

  /** How many records of the log were looked at; undefined where all were. */
  get lookedAt(): number | undefined {
    if (this.isWhole) return undefined;
    const { sources } = this.records;
    const isOfLog = (record: number) =>
      sources[this.records.sourceOfRecord(record as RecordIndex)].role === 'log';
    return this.sessions.lookedAt.records.reduce((sum, record) => sum + Number(isOfLog(record)), 0);
  }

  private get isWhole(): boolean {
    return this.sessions.lookedAt.records.length === this.records.recordCount;
  }

  *gather(): Generator<void, void> {
    const { isWhole } = this;
    for (let id = 0; id < this.sessions.count; id++) {
      const session = id as SessionId;
      const shape = this.isOfLog(session) && (isWhole || !this.isCut(session)) ? this.hashOf(session) : '';
      this.shapes.push(shape);
      if (shape !== '') this.add(session, shape);
      if (id % stepSessions === stepSessions - 1) yield;
    }
  }

  /** 16 hex digits. */
  shapeOf(session: SessionId): string | undefined {
    return this.shapes[session] || undefined;
  }

  /** Ascending. */
  sessionsOf(shape: string): readonly SessionId[] {
    return this.byShape.get(shape)?.sessions ?? [];
  }

  /** The shapes there are, each by the number it has in this log. */
  get all(): readonly string[] {
    return [...this.byShape.keys()];
  }

  /** The number of the shape of a record's session; -1 where it has none. */
  numberOf(record: RecordIndex): number {
    return this.numbers.get(record) ?? -1;
  }

  private add(session: SessionId, shape: string): void {
    const alike = this.byShape.get(shape) ?? { number: this.byShape.size, sessions: [] };
    this.byShape.set(shape, alike);
    alike.sessions.push(session);
    for (const record of this.sessions.recordsOf(session))
      this.numbers.set(record as RecordIndex, alike.number);
  }

  private isOfLog(session: SessionId): boolean {
    const [first] = this.sessions.recordsOf(session);
    return this.records.sources[this.records.sourceOfRecord(first as RecordIndex)].role === 'log';
  }

  private isCut(session: SessionId): boolean {
    return this.sessions.beginIsCut(session) || this.sessions.endIsCut(session);
  }

  private hashOf(session: SessionId): string {
    const hash = new Hash64();
    for (const record of this.sessions.recordsOf(session)) {
      const words = this.wordsOf(
        this.templates.templateOf(this.records.signature.get(record) as SignatureId),
      );
      hash.add(Math.floor(words / 0x100000000)).add(words >>> 0);
    }
    return hash.hex();
  }

  /** As more of a log is read, a `<number>` may become a `<word>`. */
  private wordsOf(template: TemplateId): number {
    const known = this.templateHashes.get(template);
    if (known !== undefined) return known;
    const words = shapeOf([this.templates.template(template).pattern.replace(placeholder, '<>')]);
    this.templateHashes.set(template, words);
    return words;
  }
}
