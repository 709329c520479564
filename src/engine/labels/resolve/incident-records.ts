import type { DetectorInput } from '../../detectors/detector';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex } from '../../model/units';
import { Fusion } from '../../triage/fusion';
import type { Judgement } from '../../triage/judgement';
import { Quiet, type SoFar } from '../../triage/quiet';
import { Sayings } from '../../triage/saying';
import { findingThreshold } from '../../triage/sensitivity';
import { eligibleRuns, TimeRange } from '../../triage/time-range';
import type { JudgedLog } from '../../triage/triage';

interface Episode extends SoFar {
  readonly records: RecordIndex[];
}

/**
 * What findings are about, each by its first record: the records that repeat it, and where it is a burst that a detector saw, all records of that.
 * Ascending. Yields now and then.
 */
export function* occurrencesOf(
  firsts: ReadonlySet<RecordIndex>,
  { input, judgement }: JudgedLog,
): Generator<void, ReadonlyMap<RecordIndex, readonly RecordIndex[]>> {
  const repeats = yield* repeatsOf(firsts, input.templates, judgement);
  const bursts = yield* burstsAt([...repeats.values()].flat(), input, judgement);
  const whole = (records: readonly RecordIndex[]) => {
    const more = records.flatMap((record) => bursts.get(record) ?? []);
    return more.length === 0 ? records : [...new Set([...records, ...more])].sort((a, b) => a - b);
  };
  return new Map([...repeats].map(([first, records]) => [first, whole(records)]));
}

/** Of what is strange in other ways first, a burst says little. */
function* burstsAt(
  records: readonly RecordIndex[],
  input: DetectorInput,
  { judges }: Pick<Judgement, 'judges'>,
): Generator<void, ReadonlyMap<RecordIndex, readonly RecordIndex[]>> {
  const fusion = new Fusion(judges);
  const bursts = new Map<RecordIndex, readonly RecordIndex[]>();
  for (const [place, { detector }] of judges.entries()) {
    if (detector.burstsAt === undefined) continue;
    const begins = records.filter((record) => fusion.strongest(record) === place);
    for (const [begin, own] of yield* detector.burstsAt(input, begins)) bursts.set(begin, own);
  }
  return bursts;
}

/**
 * The records that repeat findings, each by the finding's first record: those that say the same and would be findings by the built-in
 * scoring, until it stays quiet for long. Neither sensitivity nor learned weights change it: what a label speaks of must not depend on
 * them. Only records of the findings' templates are scored.
 */
function* repeatsOf(
  firsts: ReadonlySet<RecordIndex>,
  templates: TemplateStatistics,
  judgement: Pick<Judgement, 'judges'>,
): Generator<void, ReadonlyMap<RecordIndex, readonly RecordIndex[]>> {
  const wanted = new Set([...firsts].map((record) => templates.templateOf(record)));
  const repeats = new Repeats(firsts, templates, judgement);
  for (const { from, to } of eligibleRuns(templates.records, new TimeRange(null, null))) {
    for (let at = from; at < to; at++) {
      const record = at as RecordIndex;
      if (wanted.has(templates.templateOf(record))) repeats.look(record);
    }
    yield;
  }
  return repeats.episodes;
}

class Repeats {
  readonly episodes = new Map<RecordIndex, readonly RecordIndex[]>();
  /** By what it says, the one that goes on. */
  private readonly current = new Map<number, Episode>();
  private readonly fusion: Fusion;
  private readonly sayings: Sayings;
  private readonly quiet: Quiet;

  constructor(
    private readonly firsts: ReadonlySet<RecordIndex>,
    templates: TemplateStatistics,
    judgement: Pick<Judgement, 'judges'>,
  ) {
    this.fusion = new Fusion(judgement.judges);
    this.sayings = new Sayings(templates, this.fusion, judgement);
    this.quiet = new Quiet(templates.records);
  }

  /** Records must come in ascending order. */
  look(record: RecordIndex): void {
    if (this.firsts.has(record)) this.begin(record);
    else if (this.fusion.score(record) >= findingThreshold) this.goOn(record);
  }

  private begin(record: RecordIndex): void {
    const records = [record];
    this.episodes.set(record, records);
    this.current.set(this.sayings.of(record), { first: record, last: record, count: 1, records });
  }

  private goOn(record: RecordIndex): void {
    const says = this.sayings.of(record);
    const before = this.current.get(says);
    if (before === undefined) return;
    if (this.quiet.separates(before, record)) {
      this.current.delete(says);
      return;
    }
    const { first, count, records } = before;
    records.push(record);
    this.current.set(says, { first, last: record, count: count + 1, records });
  }
}
