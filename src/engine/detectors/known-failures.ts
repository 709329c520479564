import { BaselineComparison } from '../features/baseline-comparison';
import type { PriorMessage } from '../features/prior-counts';
import type { TemplateStatistics } from '../features/template-statistics';
import { Level } from '../model/level';
import type { RecordIndex, SignatureId } from '../model/units';

/** Records of one template that agree in level and in gravity of words. */
interface Kind {
  log: number;
  baseline: number;
  /** A record of the baseline. */
  example: RecordIndex | undefined;
}

/** How much more frequent something is than in the baseline, and a record of the baseline that is the same. */
export interface Excess {
  readonly times: number;
  readonly example: RecordIndex;
}

const stepRecords = 1 << 16;
const levels = Object.keys(Level).length;

/**
 * Which records that warn or fail the baseline holds too, at a like rate.
 *
 * Compared are records of one template that also agree in level and in gravity of words: "health check
 * `ok`" in the baseline makes "health check `refused`" no more usual.
 */
export class KnownFailures {
  private readonly kinds = new Map<number, Kind>();
  private readonly comparison: BaselineComparison;

  /** `wordsOf` a signature: 0 up to `kindsOfWords`, the kind of words it has. */
  constructor(
    private readonly templates: TemplateStatistics,
    private readonly wordsOf: Uint8Array,
    private readonly kindsOfWords: number,
  ) {
    this.comparison = new BaselineComparison(templates);
  }

  /** Counts the records that warn or fail; yields now and then. */
  *gather(isFailure: (record: RecordIndex) => boolean): Generator<void, void> {
    for (const source of this.templates.records.sources) {
      const end = source.firstRecord + source.records;
      for (let record = source.firstRecord as number; record < end; record++) {
        if (isFailure(record as RecordIndex)) this.count(record as RecordIndex, source.role === 'baseline');
        if (record % stepRecords === 0) yield;
      }
    }
  }

  /** The same of good logs that are known by their counts. */
  addPrior(messages: readonly PriorMessage[], isFailure: (signature: SignatureId, level: Level) => boolean) {
    for (const { signature, levels: byLevel } of messages) {
      byLevel.forEach((count, level) => {
        if (count === 0 || !isFailure(signature, level as Level)) return;
        const key = this.keyOfKind(this.templates.templateOfSignature[signature], level, signature);
        const kind = this.kinds.get(key) ?? { log: 0, baseline: 0, example: undefined };
        kind.baseline += count;
        this.kinds.set(key, kind);
      });
    }
  }

  isUsual(record: RecordIndex): boolean {
    const kind = this.kinds.get(this.keyOf(record));
    if (kind === undefined || !this.comparison.isLike(kind.log, kind.baseline)) return false;
    return this.comparison.wordingIsUsual(this.signatureOf(record));
  }

  /** Undefined where it is usual, and where the baseline does not have it. */
  excess(record: RecordIndex): Excess | undefined {
    const kind = this.kinds.get(this.keyOf(record));
    if (kind?.example === undefined) return undefined;
    if (!this.comparison.isLike(kind.log, kind.baseline)) {
      return { times: this.comparison.timesAsFrequent(kind.log, kind.baseline), example: kind.example };
    }
    return this.excessOfWording(this.signatureOf(record));
  }

  private excessOfWording(signature: SignatureId): Excess | undefined {
    const example = this.templates.exampleInBaseline(signature);
    if (example === undefined || this.comparison.wordingIsUsual(signature)) return undefined;
    const baseline = this.templates.baselineSignatureCounts[signature];
    const log = this.templates.signatureCounts[signature] - baseline;
    return { times: this.comparison.timesAsFrequent(log, baseline), example };
  }

  private count(record: RecordIndex, inBaseline: boolean): void {
    const key = this.keyOf(record);
    const kind = this.kinds.get(key) ?? { log: 0, baseline: 0, example: undefined };
    if (inBaseline) {
      kind.baseline++;
      kind.example ??= record;
    } else kind.log++;
    this.kinds.set(key, kind);
  }

  private keyOf(record: RecordIndex): number {
    const level = this.templates.records.level.get(record);
    return this.keyOfKind(this.templates.templateOf(record), level, this.signatureOf(record));
  }

  private keyOfKind(template: number, level: number, signature: SignatureId): number {
    return (template * levels + level) * this.kindsOfWords + this.wordsOf[signature];
  }

  private signatureOf(record: RecordIndex): SignatureId {
    return this.templates.records.signature.get(record) as SignatureId;
  }
}
