import type { TemplateStatistics } from '../../features/template-statistics';
import { Level } from '../../model/level';
import type { TemplateId } from '../../model/units';
import type { SeriesEvent } from './event';
import { type Departure, History } from './history';
import { profileOf } from './profile';
import type { SeriesCounts, Subject } from './series-counts';
import type { TimeWindows } from './windows';

const stepSeries = 256;

/** What each series did that its own history does not hold; what a part tells is not told of the whole again. */
export function* departuresIn(
  series: SeriesCounts,
  windows: TimeWindows,
  templates: TemplateStatistics,
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
