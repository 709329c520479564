import type { Sentence } from '../../model/finding';
import type { RecordIndex } from '../../model/units';
import { Candidate } from './candidate';
import { type GroupedRecords, tallyGroups } from './group-tally';
import type { BuiltInScoring, LabelGroup } from './labelled-records';
import { learnPatterns } from './sentences';

/** A group that is worth a label. */
export interface ProposedGroup {
  readonly group: LabelGroup;
  /** Of the group, labelled by something narrower or not. */
  readonly records: number;
  /** Its most telling one: the strangest that has no label. */
  readonly record: RecordIndex;
  readonly why: Sentence;
}

export interface WantedProposals {
  /** Groups that were passed over, or are proposed already. */
  readonly isPassed: (group: LabelGroup) => boolean;
  readonly limit: number;
}

/** One reason for which a group is worth a label. */
interface Lane {
  readonly kinds: readonly LabelGroup['kind'][];
  /** 0 where it is none. */
  readonly worth: (candidate: Candidate) => number;
  readonly why: (candidate: Candidate, threshold: number) => Sentence;
}

const detectorsDisagree: Omit<Lane, 'kinds'> = {
  worth: ({ dispersion, size, agreement }) => dispersion * size * agreement,
  why: ({ opposed: { high, low } }) => ({
    pattern: learnPatterns.disagree,
    values: [high.detector, high.score.toFixed(2), low.detector, low.score.toFixed(2)],
  }),
};

const nearThreshold: Omit<Lane, 'kinds'> = {
  worth: ({ nearness, size, agreement }) => nearness * size * agreement,
  why: ({ fused }, threshold) => ({
    pattern: learnPatterns.near,
    values: [fused.toFixed(2), threshold.toFixed(2)],
  }),
};

/** Of equally large ones the odder: ordinary lines that are normal teach nothing. */
const large: Omit<Lane, 'kinds'> = {
  worth: ({ fused, tally, agreement }) => fused * tally.unlabelled * agreement,
  why: ({ tally: { group, unlabelled } }) => ({
    pattern: group.kind === 'incident' ? learnPatterns.incident : learnPatterns.large,
    values: [unlabelled],
  }),
};

/** They take turns: no one of them is always right about what teaches most. */
const lanes: readonly Lane[] = [
  { kinds: ['template'], ...detectorsDisagree },
  { kinds: ['template'], ...nearThreshold },
  { kinds: ['template', 'incident'], ...large },
  { kinds: ['session'], ...detectorsDisagree },
  { kinds: ['session'], ...nearThreshold },
];

/**
 * Groups of a log in the order in which labels on them teach most; each time one is proposed, those that all detectors score alike are worth
 * half as much. `scoring`: as the log is judged now. Yields the share done.
 */
export function* nextToLabel(
  scoring: BuiltInScoring,
  log: GroupedRecords,
  { isPassed, limit }: WantedProposals,
): Generator<number, ProposedGroup[]> {
  const tallies = yield* tallyGroups(scoring, log);
  const open = new Set(
    tallies.filter(({ group }) => !isPassed(group)).map((tally) => new Candidate(tally, scoring)),
  );
  const looked = new Map<string, number>();
  const proposals: ProposedGroup[] = [];
  for (let turn = 0, idle = 0; proposals.length < limit && idle < lanes.length; turn++) {
    const lane = lanes[turn % lanes.length];
    const best = mostWorth(open, lane, looked);
    idle = best === undefined ? idle + 1 : 0;
    if (best === undefined) continue;
    open.delete(best);
    looked.set(best.looks, (looked.get(best.looks) ?? 0) + 1);
    const { group, records, telling } = best.tally;
    proposals.push({ group, records, record: telling, why: lane.why(best, scoring.threshold) });
  }
  return proposals;
}

/** Of equal ones the first of the log. */
function mostWorth(
  open: Iterable<Candidate>,
  lane: Lane,
  looked: ReadonlyMap<string, number>,
): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of open) {
    if (!lane.kinds.includes(candidate.tally.group.kind)) continue;
    const worth = lane.worth(candidate) / 2 ** (looked.get(candidate.looks) ?? 0);
    if (worth <= most) continue;
    best = candidate;
    most = worth;
  }
  return best;
}
