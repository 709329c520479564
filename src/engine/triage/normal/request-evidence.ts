import type { TemplateStatistics } from '../../features/template-statistics';
import type { Evidence } from '../../model/finding';
import type { RecordIndex, TemplateId } from '../../model/units';
import { triagePatterns } from '../sentences';
import { nearestOf, noteOn, type ShownTemplates } from './note';
import { occurrencesOf } from './occurrences';
import type { RecordPassages } from './record-passages';
import { chainBefore, type RequestChain } from './request-chain';
import { type Habit, RequestHabits } from './request-habits';

/** Records of the request looked at before the finding. */
const mostEarlier = 8;
/** Fewer than this and nothing is usual. */
const leastOccurrences = 10;
/** Findings between two yields: a millisecond or two. */
const stepFindings = 16;

/**
 * What usually comes next in the same request, job or session where something else came: requests interleave, so
 * the line before often belongs to another. Work is bounded by the records asked for, not by the log: each reads
 * one stretch of at most 64 KiB, and each template before them 60 such stretches once.
 */
export class RequestEvidence {
  private readonly found = new Map<RecordIndex, Evidence>();

  constructor(
    private readonly statistics: TemplateStatistics,
    private readonly passages: RecordPassages,
    private readonly shown: ShownTemplates,
  ) {}

  of(record: RecordIndex): Evidence | undefined {
    return this.found.get(record);
  }

  /** None of `odd` is usual. Yields now and then. */
  *gather(wanted: readonly RecordIndex[], odd: ReadonlySet<TemplateId>): Generator<void, void> {
    const chains = new Map<RecordIndex, RequestChain>();
    let done = 0;
    for (const record of wanted) {
      const chain = chainBefore(record, this.passages);
      if (chain !== undefined) chains.set(record, chain);
      if (++done % stepFindings === 0) yield;
    }
    const occurrences = yield* occurrencesOf(this.templatesBefore(chains.values()), this.statistics);
    const habits = new RequestHabits(this.statistics, this.passages, occurrences);
    for (const [record, chain] of chains) {
      const evidence = this.evidence(record, chain, (before) => {
        const habit = habits.after(before, chain.identifier);
        return habit === undefined || odd.has(habit.template) ? undefined : habit;
      });
      if (evidence !== undefined) this.found.set(record, evidence);
      if (++done % stepFindings === 0) yield;
    }
  }

  private templatesBefore(chains: Iterable<RequestChain>): ReadonlySet<TemplateId> {
    const templates = new Set<TemplateId>();
    for (const { earlier } of chains) {
      for (const record of earlier.slice(0, mostEarlier)) {
        const template = this.statistics.templateOf(record);
        if (this.statistics.templateCounts[template] >= leastOccurrences) templates.add(template);
      }
    }
    return templates;
  }

  /** The nearest earlier record after which the request left its habit. */
  private evidence(
    record: RecordIndex,
    { identifier, earlier }: RequestChain,
    habitAfter: (before: RecordIndex) => Habit | undefined,
  ): Evidence | undefined {
    const since = new Set([this.statistics.templateOf(record)]);
    for (const before of earlier.slice(0, mostEarlier)) {
      const template = this.statistics.templateOf(before);
      since.add(template);
      const habit = habitAfter(before);
      // A line that repeats is no example of what should have come instead.
      if (habit !== undefined && !since.has(habit.template)) {
        return this.note(record, template, identifier, habit);
      }
    }
    return undefined;
  }

  private note(record: RecordIndex, before: TemplateId, identifier: string, habit: Habit): Evidence {
    const { statistics } = this;
    const { template, taken, looked, words } = habit;
    const values = [this.shown.of(before), this.shown.of(template), taken, looked];
    const note =
      words.length === 0
        ? { pattern: triagePatterns.usualNext, values: [...values, identifier] }
        : { pattern: triagePatterns.usualNextOfAlike, values: [...values, identifier, words.join(' ')] };
    return noteOn(nearestOf(habit.examples, record), note, statistics);
  }
}
