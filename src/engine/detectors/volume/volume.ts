import { timeSpan } from '../../features/time-span';
import type { Reason, Sentence } from '../../model/finding';
import { Level } from '../../model/level';
import type { RecordIndex, TemplateId } from '../../model/units';
import { scoreOfDecades } from '../decades-score';
import type { Detector, DetectorInput } from '../detector';
import { anchors } from './anchors';
import { beatEvents } from './beat-events';
import { BeatRecords } from './beat-records';
import { fewestBeats } from './beats';
import type { SeriesEvent, VolumeEvent } from './event';
import { type Departure, History } from './history';
import { profileOf } from './profile';
import { volumePatterns } from './sentences';
import { SeriesCounts, type Subject } from './series-counts';
import { valueFloods } from './value-floods';
import { TimeWindows } from './windows';

/** A change of volume says that something is different, not that it is bad: by itself it is medium at most. */
const mostByItself = 0.7;
const stepSeries = 256;

/** How often something is written leaves its own history: up, down, or silence. */
export class VolumeDetector implements Detector {
  readonly id = 'volume';
  /** By the record that stands for it, the least probable. */
  private events = new Map<RecordIndex, VolumeEvent>();

  *learn(input: DetectorInput): Generator<void, Sentence | undefined> {
    const span = timeSpan(input.records);
    if (span === undefined) return { pattern: volumePatterns.noTimes, values: [] };
    const windows = TimeWindows.over(span);
    if (windows === undefined) return { pattern: volumePatterns.tooShort, values: [] };
    const series = new SeriesCounts(input, windows);
    yield* series.gather();
    const beats = new BeatRecords(input, fewestBeats);
    yield* beats.gather();
    this.events = yield* beatEvents(beats, input.records, windows, series.of({ kind: 'all' }));
    const all = series.of({ kind: 'all' });
    this.keep(yield* valueFloods(yield* input.values.table(), input.records, windows, all));
    const departures = yield* departuresIn(series, windows, input);
    this.keep(yield* anchors(departures, series, windows, input.records));
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

  explain(_input: DetectorInput, record: RecordIndex, score: number): Reason {
    const event = this.events.get(record);
    if (event === undefined) throw new Error('explain was called for a score of 0');
    return { detector: this.id, score, message: event.message, evidence: [] };
  }
}

function scoreOfEvent({ decades }: VolumeEvent): number {
  return Math.fround(Math.min(mostByItself, scoreOfDecades(decades)));
}

function* departuresIn(
  series: SeriesCounts,
  windows: TimeWindows,
  { templates }: DetectorInput,
): Generator<void, SeriesEvent[]> {
  const all = series.of({ kind: 'all' });
  const events: SeriesEvent[] = [];
  for (const [index, subject] of series.subjects().entries()) {
    const counts = series.of(subject);
    const rest = subject.kind === 'all' ? undefined : Float64Array.from(all, (count, i) => count - counts[i]);
    const departures = new History(
      counts,
      leastTimes(subject),
      rest,
      profileOf(counts, windows),
    ).departures();
    for (const departure of departures) {
      const parts = events.filter((event) => isPart(event, subject, (template) => templates.level(template)));
      if (!isTold(departure, parts)) events.push({ subject, departure });
    }
    if (index % stepSeries === 0) yield;
  }
  return events;
}

/** Load comes and goes with those who ask: what nobody calls a warning must swell more before it is worth a word. */
function leastTimes(subject: Subject): number {
  const isLoad = subject.kind === 'all' || (subject.kind === 'level' && subject.level < Level.warn);
  return isLoad ? 5 : 2;
}

/** Whether what left its history is a part of the subject. */
function isPart(event: SeriesEvent, whole: Subject, levelOf: (template: TemplateId) => Level): boolean {
  if (whole.kind === 'template') return false;
  if (whole.kind === 'all') return event.subject.kind !== 'all';
  return event.subject.kind === 'template' && levelOf(event.subject.template) === whole.level;
}

/** What a template did says it better than that its level did, where it makes up most of it. */
function isTold(departure: Departure, parts: readonly SeriesEvent[]): boolean {
  const alike = parts
    .map((part) => part.departure)
    .filter(({ kind, from, to }) => kind === departure.kind && from < departure.to && departure.from < to);
  if (departure.kind !== 'up') return alike.length > 0;
  return alike.reduce((sum, part) => sum + excess(part), 0) * 2 >= excess(departure);
}

/** Records more than usual in its highest window. */
function excess(departure: Departure): number {
  return departure.kind === 'up' ? departure.count - departure.usualHigh : 0;
}
