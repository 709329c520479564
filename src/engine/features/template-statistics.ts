import { Level } from '../model/level';
import type { RecordTable, SourceRow } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';
import { EpisodeCounts } from './episode-counts';
import { log2Of } from './log2-table';
import { type MinedTemplates, templatesOfSignatures } from './mined-templates';
import type { PriorCounts, PriorMessage } from './prior-counts';
import { commonestLevel } from './template-tally';
import { TransitionCounts } from './transition-counts';

const stepRecords = 1 << 16;
const levels = Object.keys(Level).length;
const never = 0xffffffff;
/** Silence that ends an episode: a hundredth of all records, and not less than these. */
const leastQuietRecords = 100;

/**
 * How often each template and each signature occurs, over the log and its baselines: both are experience.
 *
 * Columns by template id or signature id, 4 or 8 bytes a cell. Made once all sources are read; `gather`
 * fills it and must have ended before anything is asked.
 */
export class TemplateStatistics {
  /** Ids are below this; those of merged templates are unused. */
  readonly templateLimit: number;
  readonly templateOfSignature: Uint32Array;
  /** Records, baselines included. */
  readonly templateCounts: Uint32Array;
  readonly signatureCounts: Uint32Array;
  /** Records in baselines only. */
  readonly baselineTemplateCounts: Uint32Array;
  readonly baselineSignatureCounts: Uint32Array;
  /** Records of the commonest signature of each template. */
  readonly commonestWording: Uint32Array;
  readonly templateEpisodes: EpisodeCounts;
  readonly signatureEpisodes: EpisodeCounts;
  /** Records by component name; a session has at most 65,536. */
  readonly componentCounts = new Uint32Array(1 << 16);
  /** Templates that directly follow each other within a source. */
  readonly transitions = new TransitionCounts();
  /** Records that have a follower in their source, by template. */
  readonly departures: Uint32Array;
  recordCount = 0;
  /** Records with a time stamp. */
  timedRecords = 0;
  baselineRecords = 0;
  private readonly templateLevels: Uint32Array;
  private readonly logBytes: Float64Array;
  private readonly firstInLog: Uint32Array;
  private readonly lastInLog: Uint32Array;
  private readonly firstOfSignature: Uint32Array;
  private readonly baselineExamples: Uint32Array;

  constructor(
    readonly records: RecordTable,
    readonly mined: MinedTemplates,
    /** Of good logs that are not read: their records count as a baseline's. */
    private readonly prior?: PriorCounts,
  ) {
    this.templateOfSignature = templatesOfSignatures(mined);
    this.templateLimit = this.templateOfSignature.reduce((limit, id) => Math.max(limit, id + 1), 0);
    this.templateCounts = new Uint32Array(this.templateLimit);
    this.baselineTemplateCounts = new Uint32Array(this.templateLimit);
    this.commonestWording = new Uint32Array(this.templateLimit);
    this.departures = new Uint32Array(this.templateLimit);
    this.templateLevels = new Uint32Array(this.templateLimit * levels);
    this.logBytes = new Float64Array(this.templateLimit);
    this.firstInLog = new Uint32Array(this.templateLimit).fill(never);
    this.lastInLog = new Uint32Array(this.templateLimit).fill(never);
    this.signatureCounts = new Uint32Array(mined.signatureCount);
    this.baselineSignatureCounts = new Uint32Array(mined.signatureCount);
    this.baselineExamples = new Uint32Array(mined.signatureCount).fill(never);
    const quiet = Math.max(leastQuietRecords, records.recordCount / 100);
    this.templateEpisodes = new EpisodeCounts(this.templateLimit, quiet);
    this.signatureEpisodes = new EpisodeCounts(mined.signatureCount, quiet);
    this.firstOfSignature = new Uint32Array(mined.signatureCount).fill(never);
  }

  /** Counts every record once; yields now and then so that a host can stop it. */
  *gather(): Generator<void, void> {
    for (const source of this.records.sources) {
      const end = source.firstRecord + source.records;
      for (let from = source.firstRecord as number; from < end; from += stepRecords) {
        this.countRun(from, Math.min(end, from + stepRecords), source);
        yield;
      }
    }
    this.foldSignatures();
    if (this.prior !== undefined) this.addPrior(this.prior);
  }

  /** Records that were known when this one came, itself included; all baseline records always are. */
  experience(record: RecordIndex): number {
    return Math.max(record + 1, this.baselineRecords);
  }

  templateOf(record: RecordIndex): TemplateId {
    return this.templateOfSignature[this.records.signature.get(record)] as TemplateId;
  }

  /** Records of the log alone. */
  logCount(template: TemplateId): number {
    return this.templateCounts[template] - this.baselineTemplateCounts[template];
  }

  /** The level most of its records carry; the worse one of equals. */
  level(template: TemplateId): Level {
    return commonestLevel(this.templateLevels, template);
  }

  /** Records that carry the level, baselines included. */
  levelCount(level: Level): number {
    let count = 0;
    for (let cell: number = level; cell < this.templateLevels.length; cell += levels)
      count += this.templateLevels[cell];
    return count;
  }

  /** Undefined for a template that occurs in baselines only. */
  firstRecord(template: TemplateId): RecordIndex | undefined {
    return known(this.firstInLog[template]);
  }

  lastRecord(template: TemplateId): RecordIndex | undefined {
    return known(this.lastInLog[template]);
  }

  /** First of all sources, baselines included. */
  firstRecordOfSignature(signature: SignatureId): RecordIndex | undefined {
    return known(this.firstOfSignature[signature]);
  }

  /** A record of a baseline that has it; undefined where none does. */
  exampleInBaseline(signature: SignatureId): RecordIndex | undefined {
    return known(this.baselineExamples[signature]);
  }

  /** Geometric mean of its records' bytes, NaN where none could be measured. */
  typicalBytes(template: number): number {
    return 2 ** (this.logBytes[template] / this.departures[template]);
  }

  /** What follows from the counts of its signatures needs no write a record. */
  private foldSignatures(): void {
    this.signatureCounts.forEach((count, signature) => {
      const template = this.templateOfSignature[signature];
      this.templateCounts[template] += count;
      this.departures[template] += count;
      if (count > this.commonestWording[template]) this.commonestWording[template] = count;
    });
    for (const { firstRecord, records } of this.records.sources) {
      if (records > 0) this.departures[this.templateOf((firstRecord + records - 1) as RecordIndex)]--;
    }
  }

  private addPrior({ records, messages, components, transitions }: PriorCounts): void {
    this.recordCount += records;
    this.baselineRecords += records;
    for (const message of messages) this.addMessage(message);
    for (const [component, count] of components) this.componentCounts[component] += count;
    const { templateOfSignature } = this;
    for (const [from, to, count] of transitions)
      this.transitions.add(templateOfSignature[from], templateOfSignature[to], count);
  }

  private addMessage({ signature, records, levels: byLevel, ...message }: PriorMessage): void {
    const template = this.templateOfSignature[signature];
    this.signatureCounts[signature] += records;
    this.baselineSignatureCounts[signature] += records;
    this.templateCounts[template] += records;
    this.baselineTemplateCounts[template] += records;
    this.departures[template] += message.measured;
    this.logBytes[template] += message.logBytes;
    byLevel.forEach((count, level) => {
      this.templateLevels[template * levels + level] += count;
    });
    const episodes = this.signatureEpisodes.counts;
    episodes[signature] += message.episodes;
    // Which of its messages came in the same stretches is not known: at least those of its steadiest one.
    const ofTemplate = this.templateEpisodes.counts;
    ofTemplate[template] = Math.max(ofTemplate[template], episodes[signature]);
    this.commonestWording[template] = Math.max(
      this.commonestWording[template],
      this.signatureCounts[signature],
    );
  }

  /** Records `[from, to)` of a source; each is looked up once, though the one before needs it too. */
  private countRun(from: number, to: number, { role, firstRecord, records: count }: SourceRow): void {
    const { records, templateOfSignature, transitions } = this;
    const last = firstRecord + count - 1;
    let signature = records.signature.get(from);
    let start = records.startOf(from);
    for (let record = from; record < to; record++) {
      const template = templateOfSignature[signature];
      this.countRecord(record as RecordIndex, template, signature);
      if (role === 'baseline') this.countBaseline(template, signature, record as RecordIndex);
      else this.noteOccurrence(template, record as RecordIndex);
      if (record === last) break;
      signature = records.signature.get(record + 1);
      const end = records.startOf(record + 1);
      transitions.add(template, templateOfSignature[signature]);
      this.logBytes[template] += log2Of(Math.max(1, end - start));
      start = end;
    }
    this.recordCount += to - from;
  }

  private countRecord(record: RecordIndex, template: number, signature: number): void {
    if (this.signatureCounts[signature]++ === 0) this.firstOfSignature[signature] = record;
    this.templateEpisodes.note(template, record);
    this.signatureEpisodes.note(signature, record);
    this.templateLevels[template * levels + this.records.level.get(record)]++;
    this.componentCounts[this.records.component.get(record)]++;
    if (this.records.time.has(record)) this.timedRecords++;
  }

  private countBaseline(template: number, signature: number, record: RecordIndex): void {
    this.baselineTemplateCounts[template]++;
    this.baselineSignatureCounts[signature]++;
    this.baselineExamples[signature] = record;
    this.baselineRecords++;
  }

  private noteOccurrence(template: number, record: RecordIndex): void {
    if (this.firstInLog[template] === never) this.firstInLog[template] = record;
    this.lastInLog[template] = record;
  }
}

/** Bytes of a record that has a follower in its source, its line ends included; at least 1. */
export function recordBytes(records: RecordTable, record: RecordIndex): number {
  return Math.max(1, records.startOf(record + 1) - records.startOf(record));
}

function known(record: number): RecordIndex | undefined {
  return record === never ? undefined : (record as RecordIndex);
}
