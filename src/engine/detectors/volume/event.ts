import type { Sentence } from '../../model/finding';
import { levelName } from '../../model/level';
import type { Burst } from './bursts';
import type { Departure } from './history';
import { volumePatterns } from './sentences';
import type { Subject } from './series-counts';
import type { TimeWindows } from './windows';

/** What the volume detector says of a record. */
export interface VolumeEvent {
  /** −log10 of its chance. */
  readonly decades: number;
  readonly message: Sentence;
  /** Of what there was too much; left out where something is missing, or nobody knows which records it is. */
  readonly burst?: Burst | undefined;
}

/** A series that left its history. */
export interface SeriesEvent {
  readonly subject: Subject;
  readonly departure: Departure;
}

const patterns = {
  up: { template: volumePatterns.upTemplate, level: volumePatterns.upLevel, all: volumePatterns.upAll },
  down: {
    template: volumePatterns.downTemplate,
    level: volumePatterns.downLevel,
    all: volumePatterns.downAll,
  },
  silence: {
    template: volumePatterns.silenceTemplate,
    level: volumePatterns.silenceLevel,
    all: volumePatterns.silenceAll,
  },
} as const;

export function eventOf({ subject, departure }: SeriesEvent, windows: TimeWindows): VolumeEvent {
  const pattern = patterns[departure.kind][subject.kind];
  const level = subject.kind === 'level' ? [levelName(subject.level)] : [];
  const values = [...numbersOf(departure, windows), ...level];
  return { decades: departure.decades, message: { pattern, values } };
}

function numbersOf(departure: Departure, windows: TimeWindows): (string | number)[] {
  if (departure.kind === 'silence') {
    const { from, to, before, since } = departure;
    return [before, windows.duration(to - from), windows.clock(from), windows.duration(from - since)];
  }
  const { peak, count, usualLow, usualHigh } = departure;
  return [count, windows.duration(1), windows.clock(peak), usualLow, usualHigh];
}
