import { FoundRecords } from './lanes/found-records';
import { componentNaming, sessionNaming } from './lanes/lane-naming';
import { componentRecords, sessionRecords } from './lanes/lane-records';
import { type LaneShape, laneShape } from './lanes/lane-shape';
import { drawLanes, type LaneQuestion } from './lanes/lanes';
import { lookedAtParts } from './lanes/looked-at-parts';
import {
  type ParameterQuestion,
  type ParameterShape,
  parameterSeries,
} from './parameter-series/parameter-series';
import type { SourceTexts } from './records/source-texts';
import type { Linking, SessionJudging } from './session-judging';
import type { SessionShape } from './session-shape';
import type { SessionSources } from './session-sources';
import type { TimeIndex } from './shape/time-index';
import { at, scaled } from './triage/progress';

const mostBins = 400;
const mostLanes = 200;
/** Of the work, until times are known, and what sessions are looked for in. */
const timesShare = 0.3;
const knownShare = 0.4;

/**
 * Who wrote what when in the logs of a session once they are closed, and what values they wrote. Baselines are left out. All yield the
 * share done at least every 65,536 records.
 */
export class SessionLanes {
  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
    private readonly shape: SessionShape,
  ) {}

  /** A lane each component, from all records. At most 200 lanes and 400 bins. */
  *byComponent(question: LaneQuestion): Generator<number, LaneShape> {
    const { records, components } = this.sources;
    const { index } = yield* scaled(this.shape.times(), 0, knownShare);
    const laned = componentRecords(records, components.count);
    const drawn = yield* scaled(drawLanes(records, index, laned, limited(question)), knownShare, 1);
    return laneShape(records, drawn, componentNaming(components), question.window.clockOffsets);
  }

  /**
   * A lane each session, from the records whose values the analysis looked at. Of a log too large for all to be, from those of the
   * window, or from some of them: around its worst findings, and stretches in between. `texts` are read back.
   */
  *bySession(question: LaneQuestion, texts: SourceTexts): Generator<number, LaneShape> {
    const { records } = this.sources;
    const { index } = yield* scaled(this.shape.times(), 0, timesShare);
    const linking = yield* scaled(this.linking(question, index, texts), timesShare, knownShare);
    const found = yield* at(knownShare, linking.sessions.found());
    const table = yield* at(knownShare, linking.values.table());
    const steps = drawLanes(records, index, sessionRecords(found), limited(question));
    const drawn = yield* scaled(steps, knownShare, 1);
    return laneShape(records, drawn, sessionNaming(found, table, records), question.window.clockOffsets);
  }

  private *linking(
    { window, findings }: LaneQuestion,
    index: TimeIndex,
    texts: SourceTexts,
  ): Generator<number, Linking> {
    const { records } = this.sources;
    const whole = this.judging.linking(texts);
    const { known } = whole.values;
    if (known !== undefined && known.rowCount === known.recordCount) return whole;
    const parts = yield* lookedAtParts(records, index, window, new FoundRecords(records, findings));
    const values = this.judging.values(texts, parts);
    return { values, sessions: this.judging.sessions(values) };
  }

  /** The values of one parameter over time, in at most 400 bins; `texts` are read back. */
  *parameterSeries(question: ParameterQuestion, texts: SourceTexts): Generator<number, ParameterShape> {
    const { records, miner, cutter } = this.sources;
    const { index } = yield* scaled(this.shape.times(), 0, knownShare);
    const bins = within(question.bins, mostBins);
    const steps = parameterSeries({ ...question, bins }, index, { records, miner, cutter, texts });
    return yield* scaled(steps, knownShare, 1);
  }
}

function limited(question: LaneQuestion): LaneQuestion {
  return {
    ...question,
    bins: within(question.bins, mostBins),
    limit: within(question.limit, mostLanes),
  };
}

function within(wanted: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(wanted) || 1));
}
