import { timeSpan } from '../../features/time-span';
import type { Reason, Sentence } from '../../model/finding';
import type { RecordIndex } from '../../model/units';
import { scoreOfDecades } from '../decades-score';
import type { Detector, DetectorInput } from '../detector';
import { anchors } from './anchors';
import { beatEvents } from './beat-events';
import { BeatRecords } from './beat-records';
import { fewestBeats } from './beats';
import { burstRecords } from './bursts';
import { departuresIn } from './departures';
import type { VolumeEvent } from './event';
import { GoodDepartures } from './good-departures';
import { volumePatterns } from './sentences';
import { SeriesCounts } from './series-counts';
import { valueFloods } from './value-floods';
import { TimeWindows } from './windows';

/** A change of volume says that something is different, not that it is bad: by itself it is medium at most. */
const mostByItself = 0.7;

/** How often something is written leaves its own history: up, down, or silence. */
export class VolumeDetector implements Detector {
  readonly id = 'volume';
  /** By the record that stands for it, the least probable. */
  private events = new Map<RecordIndex, VolumeEvent>();
  private windows: TimeWindows | undefined;

  *learn(input: DetectorInput): Generator<void, Sentence | undefined> {
    const span = timeSpan(input.records);
    if (span === undefined) return { pattern: volumePatterns.noTimes, values: [] };
    const windows = TimeWindows.over(span);
    if (windows === undefined) return { pattern: volumePatterns.tooShort, values: [] };
    this.windows = windows;
    const logs = input.records.sources.filter(({ role }) => role === 'log');
    const series = new SeriesCounts(input, windows, logs);
    yield* series.gather();
    const beats = new BeatRecords(input, fewestBeats);
    yield* beats.gather();
    this.events = yield* beatEvents(beats, input.records, windows, series.of({ kind: 'all' }));
    const all = series.of({ kind: 'all' });
    this.keep(yield* valueFloods(yield* input.values.table(), input.records, windows, all));
    const good = yield* GoodDepartures.of(input, windows.width);
    const departures = yield* departuresIn(series, windows, input.templates);
    const unlike = departures.filter((event) => !good.hold(event));
    this.keep(yield* anchors(unlike, series, windows, input.records));
    return undefined;
  }

  private keep(events: ReadonlyMap<RecordIndex, VolumeEvent>): void {
    for (const [record, event] of events) {
      const rival = this.events.get(record);
      if (rival === undefined || rival.decades < event.decades) this.events.set(record, event);
    }
  }

  scoreOf(record: RecordIndex): number {
    const event = this.events.get(record);
    return event === undefined ? 0 : scoreOfEvent(event);
  }

  *burstsAt(
    { records }: DetectorInput,
    begins: readonly RecordIndex[],
  ): Generator<void, ReadonlyMap<RecordIndex, readonly RecordIndex[]>> {
    const { windows, events } = this;
    if (windows === undefined) return new Map();
    const bursts = begins.flatMap((record) => {
      const burst = events.get(record)?.burst;
      return burst === undefined ? [] : [[record, burst] as const];
    });
    return yield* burstRecords(new Map(bursts), windows, records);
  }

  explain(_input: DetectorInput, record: RecordIndex, score: number): Reason {
    const event = this.events.get(record);
    if (event === undefined) throw new Error('explain was called for a score of 0');
    return { detector: this.id, score, message: event.message, evidence: [] };
  }
}

function scoreOfEvent({ decades }: VolumeEvent): number {
  return Math.fround(Math.min(mostByItself, scoreOfDecades(decades)));
}
