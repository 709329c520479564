import { timeSpan } from '../../features/time-span';
import type { SourceRow } from '../../model/record-table';
import type { DetectorInput } from '../detector';
import { departuresIn } from './departures';
import type { SeriesEvent } from './event';
import { SeriesCounts } from './series-counts';
import { TimeWindows } from './windows';

/** Of the decades the log's departure has. */
const likeShare = 0.5;
/** Ten times as long as the log's history at least. */
const mostWindows = 1500;

/** What series of good logs did that was as odd: it is no news where the log does it too. */
export class GoodDepartures {
  /** The most decades by series and kind. */
  private readonly decades = new Map<string, number>();

  /** Each good log has a history of its own; `width` of windows as the log's, in milliseconds. */
  static *of(input: DetectorInput, width: number): Generator<void, GoodDepartures> {
    const good = new GoodDepartures();
    for (const source of input.records.sources) {
      if (source.role === 'baseline') yield* good.add(input, source, width);
    }
    return good;
  }

  hold(event: SeriesEvent): boolean {
    return (this.decades.get(keyOf(event)) ?? 0) >= likeShare * event.departure.decades;
  }

  private *add(input: DetectorInput, source: SourceRow, width: number): Generator<void, void> {
    const span = timeSpan(input.records, [source]);
    const windows = span && TimeWindows.ofWidth(width, span, mostWindows);
    if (windows === undefined) return;
    const series = new SeriesCounts(input, windows, [source]);
    yield* series.gather();
    for (const event of yield* departuresIn(series, windows, input.templates)) {
      const key = keyOf(event);
      this.decades.set(key, Math.max(event.departure.decades, this.decades.get(key) ?? 0));
    }
  }
}

function keyOf({ subject, departure }: SeriesEvent): string {
  const of = subject.kind === 'template' ? subject.template : subject.kind === 'level' ? subject.level : '';
  return `${departure.kind} ${subject.kind} ${of}`;
}
