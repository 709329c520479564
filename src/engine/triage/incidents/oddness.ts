import type { RecordIndex } from '../../model/units';
import { Fusion } from '../fusion';
import type { Judgement } from '../judgement';

/** Detectors that go by what stands within a record and around it, however common its kind is. */
const ofValues: ReadonlySet<string> = new Set(['parameter', 'sequence']);
/** Detectors that anchor what a stretch of time did on its first record, whatever that says. */
const ofStretches: ReadonlySet<string> = new Set(['volume']);

/** How odd a record is by itself, finding or not. */
export class Oddness {
  private readonly all: Fusion;
  private readonly values: Fusion;

  constructor(judges: Judgement['judges']) {
    this.all = new Fusion(judges.filter(({ detector }) => !ofStretches.has(detector.id)));
    this.values = new Fusion(judges.filter(({ detector }) => ofValues.has(detector.id)));
  }

  /** 0 to 1. */
  of(record: RecordIndex): number {
    return this.all.score(record);
  }

  /** 0 to 1, by its values and its place in its session alone. */
  ofValues(record: RecordIndex): number {
    return this.values.score(record);
  }
}
