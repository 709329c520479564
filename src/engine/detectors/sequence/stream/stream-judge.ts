import { stretchesOf } from '../../../features/values/stretches';
import type { TemplateId } from '../../../model/units';
import type { DetectorInput } from '../../detector';
import { alternationsOf, fewestTimes } from './alternation';
import { type BrokenLoop, brokenLoops } from './broken-loops';
import { type EventStream, type RecordRange, streamOf } from './event-stream';
import { type OddStep, oddStepsOf } from './odd-steps';
import { writersOf } from './writers';

/** What goes another way than usual in a stream of events. */
export type StreamOddity = BrokenLoop | OddStep;

/** What is odd, and the stream its positions count in. */
export interface OddPlace {
  readonly stream: EventStream;
  readonly oddity: StreamOddity;
  readonly score: number;
}

export interface StreamJudgement {
  /** Turns before steps. */
  readonly odd: readonly OddPlace[];
  /** Whether anything keeps coming back in an order that could be broken. */
  readonly isOrdered: boolean;
  /** Records whose steps were looked at; turns are looked at in all of the log. */
  readonly stepRecords: number;
}

/** Records whose steps are looked at: beyond them stretches evenly spread. */
const mostSteps = 1 << 16;
const stretch = 1 << 13;
/** Records of the templates whose turns are looked at: the rarest of them where there are more. */
const mostTurning = 1 << 17;

/** Decades at which a score is a half: 112 turns and none like it; one column in two thousand has such a newcomer. */
const halfOfTurn = 2.35;
const halfOfStep = 3.3;
const highestScore = 0.85;
const leastScore = 0.45;

/** Judges the order of records that no ids link: turns of what keeps coming back, and steps from one event to the next. */
export function* judgeStream(input: DetectorInput): Generator<void, StreamJudgement> {
  const table = yield* input.values.table();
  const ranges = rangesOf(input);
  if (ranges.length === 0) return { odd: [], isOrdered: false, stepRecords: 0 };
  const writerOf = writersOf(input, table, ranges[0]);
  yield;
  const steps = streamOf(input, ranges, writerOf, () => true);
  const isTurning = turningTemplates(input);
  const turns =
    steps.events.length === input.records.recordCount && isTurning === undefined
      ? steps
      : streamOf(input, sourcesOf(input), writerOf, (template) => isTurning?.has(template) ?? true);
  yield;
  const rules = yield* alternationsOf(turns);
  const broken = brokenLoops(rules, turns.events.length);
  const odd = yield* oddStepsOf(steps);
  const inTurns = new Set(broken.flatMap((loop) => neighbours(turns, loop.position)));
  const further = odd.steps.filter(({ position }) => !inTurns.has(steps.records[position]));
  return {
    odd: [...scored(turns, broken, halfOfTurn), ...scored(steps, further, halfOfStep)],
    isOrdered: rules.length > 0 || odd.determined > 0,
    stepRecords: steps.events.length,
  };
}

function scored(stream: EventStream, oddities: readonly StreamOddity[], half: number): OddPlace[] {
  return oddities.flatMap((oddity) => {
    const score = Math.fround(Math.min(highestScore, 1 - 2 ** -(oddity.decades / half)));
    return score < leastScore ? [] : [{ stream, oddity, score }];
  });
}

/** A broken turn shows as odd steps too: into where something is missing, and out of what is too much. */
function neighbours({ records }: EventStream, position: number): number[] {
  return [...records.subarray(Math.max(0, position - 2), position + 3)];
}

function sourcesOf({ records }: DetectorInput): RecordRange[] {
  return records.sources
    .filter((source) => source.records > 0)
    .map((source) => ({ from: source.firstRecord, to: source.firstRecord + source.records }));
}

function rangesOf(input: DetectorInput): RecordRange[] {
  const sources = input.records.sources.map((source, index) => ({ ...source, index }));
  return stretchesOf(sources, mostSteps, stretch);
}

/** Undefined where all are looked at. */
function turningTemplates({ templates, records }: DetectorInput): ReadonlySet<TemplateId> | undefined {
  if (records.recordCount <= mostTurning) return undefined;
  const counts = [...templates.templateCounts.entries()]
    .filter(([, count]) => count > fewestTimes)
    .sort(([a, few], [b, many]) => few - many || a - b);
  const chosen = new Set<TemplateId>();
  let left = mostTurning;
  for (const [template, count] of counts) {
    left -= count;
    if (left < 0) break;
    chosen.add(template as TemplateId);
  }
  return chosen;
}
