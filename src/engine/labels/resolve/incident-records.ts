import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex } from '../../model/units';
import { Fusion } from '../../triage/fusion';
import type { Judgement } from '../../triage/judgement';
import { Quiet, type SoFar } from '../../triage/quiet';
import { Sayings } from '../../triage/saying';
import { findingThreshold } from '../../triage/sensitivity';
import { eligibleRuns, TimeRange } from '../../triage/time-range';

interface Episode extends SoFar {
  readonly records: RecordIndex[];
}

/**
 * The records that repeat findings, each by the finding's first record: those that say the same and would be findings by the built-in
 * scoring, until it stays quiet for long. Neither sensitivity nor learned weights change it: what a label speaks of must not depend on
 * them. Only records of the findings' templates are scored. Yields now and then.
 */
export function* repeatsOf(
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
