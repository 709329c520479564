import type { LineIndex, TemplateId } from './model/units';
import type { SessionJudging } from './session-judging';
import type { SessionSources } from './session-sources';
import { componentsOfLines, type LineComponents } from './shape/line-components';
import { logSilences } from './shape/log-silences';
import { type ScoreShape, scoreShape } from './shape/score-shape';
import type { Silence } from './shape/silences';
import { type TemplateCounts, templateCounts } from './shape/template-counts';
import { templateSeries } from './shape/template-series';
import { endOf, type TimeBins } from './shape/time-bins';
import { type TimeExtent, TimeIndex } from './shape/time-index';
import type { TimeWindow } from './shape/time-window';
import { binsOf, type LevelTimeline, levelTimeline } from './shape/timeline';

export interface Timeline extends LevelTimeline, TimeExtent {
  /** Records that have no time; they are in no bin. */
  readonly untimed: number;
  readonly silences: readonly Silence[];
}

const mostTimelineBins = 2000;
const mostSeries = 200;
const mostSeriesBins = 200;

/** What was found out about the times read so far. */
interface KnownTimes {
  readonly reads: number;
  readonly records: number;
  readonly index: TimeIndex;
  /** By clock offsets: they move logs against each other. */
  readonly silences: Map<string, readonly Silence[]>;
}

/**
 * The shape of the logs of a session once they are closed: counts over time and by template, and what their analysis scored. Baselines are
 * not counted. All but `componentsOfLines` yield the share done at least every 65,536 records.
 */
export class SessionShape {
  private known: KnownTimes | undefined;

  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
  ) {}

  /** Rises whenever rows may have gone: what goes on from before must be asked anew. */
  get reads(): number {
    return this.sources.reads;
  }

  /** Undefined where no record has a time. At most 2,000 bins. */
  *timeline(window: TimeWindow, bins: number): Generator<number, Timeline | undefined> {
    const { index } = yield* this.times();
    const extent = index.extent(window.clockOffsets);
    if (extent === undefined) return undefined;
    const wanted = binsOf(window, extent, Math.min(mostTimelineBins, bins));
    const levels = yield* levelTimeline(this.sources.records, index, wanted, window.clockOffsets);
    const silences = yield* this.silences(extent, window.clockOffsets);
    const shown = silences.filter(({ from, until }) => until > wanted.from && from < endOf(wanted));
    return { ...extent, ...levels, untimed: index.untimed, silences: shown };
  }

  *templateCounts(window: TimeWindow): Generator<number, TemplateCounts> {
    const { records, miner } = this.sources;
    const { index } = yield* this.times();
    return yield* templateCounts(records, index, miner, window);
  }

  /** Of the first 200 templates, in at most 200 bins; none where no record has a time. */
  *templateSeries(
    asked: readonly TemplateId[],
    window: TimeWindow,
    bins: number,
  ): Generator<number, { readonly bins: TimeBins | undefined; readonly counts: Uint32Array }> {
    const { records, miner } = this.sources;
    const { index } = yield* this.times();
    const extent = index.extent(window.clockOffsets);
    if (extent === undefined) return { bins: undefined, counts: new Uint32Array(0) };
    const wanted = binsOf(window, extent, Math.min(mostSeriesBins, bins));
    const templates = asked.slice(0, mostSeries);
    const counts = yield* templateSeries(records, index, miner, templates, wanted, window.clockOffsets);
    return { bins: wanted, counts };
  }

  componentsOfLines(lines: readonly number[]): LineComponents {
    const { records, components } = this.sources;
    return componentsOfLines(
      records,
      (component) => components.name(component),
      lines as readonly LineIndex[],
    );
  }

  /** Throws where no analysis still holds. */
  *scores(window: TimeWindow): Generator<number, ScoreShape> {
    const scoring = this.judging.scoring();
    const { index } = yield* this.times();
    return yield* scoreShape(this.sources.records, index, scoring, window);
  }

  /** When the records of each block were written; read once, and anew when logs were read on. */
  *times(): Generator<number, KnownTimes> {
    const { records, reads } = this.sources;
    const { recordCount } = records;
    if (this.known?.reads === reads && this.known.records === recordCount) return this.known;
    const index = yield* TimeIndex.of(records);
    this.known = { reads, records: recordCount, index, silences: new Map() };
    return this.known;
  }

  private *silences(
    extent: TimeExtent,
    clockOffsets: TimeWindow['clockOffsets'],
  ): Generator<number, readonly Silence[]> {
    const { index, silences } = yield* this.times();
    const key = clockOffsets.join(' ');
    const known = silences.get(key);
    if (known) return known;
    const { records } = this.sources;
    const found = yield* logSilences({ records, index, clockOffsets }, extent);
    silences.set(key, found);
    return found;
  }
}
