import { durationText } from '../../../src/protocol/gap-text';
import { grouped } from '../../../src/protocol/sentence';
import { tell } from '../../shared/tell';
import type { DataTable } from '../shown';
import { levelWord } from '../term-words';
import { levelNames } from '../terms';
import { momentText, rangeText } from '../time-words';
import { type Stretch, secondsWide } from './stretch';
import type { Volume } from './volume';

/** What a timeline is described by. */
export interface TimelineTold {
  readonly volume: Volume;
  readonly zone: string;
  readonly anomalies: number;
  readonly incidents: number;
  readonly silences: readonly Stretch[];
}

/** How much higher than usual something must be to be worth a word. */
const telling = 3;
const fewestToTell = 5;
const fewestBars = 3;
const nanosPerSecond = 1_000_000_000n;

/** What it shows, for those who do not see it and those who look twice. */
export function timelineSentence(told: TimelineTold): string {
  const { volume, anomalies, incidents } = told;
  const parts = [
    recordsSentence(volume),
    volume.timeline.records > 0 ? peakSentence(told) : '',
    anomalies > 0 ? tell('Anomalies marked: {0}; incidents: {1}.', anomalies, incidents) : '',
    silenceSentence(told),
    volume.timeline.untimed > 0 ? tell('Records without a time: {0}.', volume.timeline.untimed) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function recordsSentence({ timeline, stepSeconds }: Volume): string {
  if (timeline.records === 0) return tell('No record lies in this time.');
  if (timeline.records === 1) return tell('1 record.');
  return tell('{0} records, {1} a bar.', timeline.records, durationText(stepSeconds * 1000));
}

/** What rose: errors before all else, else everything. */
function peakSentence({ volume, zone }: TimelineTold): string {
  const errors = peakOf(Array.from(volume.totals, (_, bin) => volume.errorsOf(bin)));
  const time = (bin: number) => timeOf(volume, bin, zone);
  if (isTelling(errors, volume))
    return tell(
      'Errors rose from the usual {0} to {1} a bar at {2}.',
      errors.usual,
      errors.most,
      time(errors.bin),
    );
  const counts = errors.sum === 0 ? tell('No errors.') : tell('Errors: {0}.', errors.sum);
  const all = peakOf(volume.totals);
  if (!isTelling(all, volume)) return counts;
  return `${counts} ${tell('Most was written at {0}: {1} records, {2} are usual.', time(all.bin), all.most, all.usual)}`;
}

function isTelling({ most, usual }: Peak, { count }: Volume): boolean {
  return count >= fewestBars && most >= fewestToTell && most >= telling * usual;
}

function silenceSentence({ silences, zone }: TimelineTold): string {
  const [longest] = silences;
  if (!longest) return '';
  const duration = durationText(secondsWide(longest) * 1000);
  return tell(
    'Nothing was written for {0} from {1} on.',
    duration,
    momentText(String(longest.from), zone, secondsWide(longest)),
  );
}

function timeOf(volume: Volume, bin: number, zone: string): string {
  const { from } = volume.stretchOf(bin);
  return momentText(String(from), zone, from % nanosPerSecond === 0n ? undefined : volume.stepSeconds);
}

interface Peak {
  readonly bin: number;
  readonly most: number;
  /** The median. */
  readonly usual: number;
  readonly sum: number;
}

function peakOf(counts: ArrayLike<number>): Peak {
  const sorted = Array.from(counts).sort((a, b) => a - b);
  const most = sorted[sorted.length - 1] ?? 0;
  return {
    bin: Array.from(counts).indexOf(most),
    most,
    usual: sorted[(sorted.length - 1) >> 1] ?? 0,
    sum: sorted.reduce((sum, count) => sum + count, 0),
  };
}

/** A bar in words, the heading first. */
export function barWords(volume: Volume, bin: number, zone: string, anomalies: number): readonly string[] {
  const levels = volume.levels
    .filter((level) => volume.countOf(level, bin) > 0)
    .map((level) => `${levelWord(levelNames[level])} ${grouped(volume.countOf(level, bin))}`);
  const total = volume.totals[bin];
  return [
    stretchText(volume.stretchOf(bin), zone),
    total === 1 ? tell('1 record') : tell('{0} records', total),
    ...(levels.length > 0 ? [levels.join(', ')] : []),
    ...(anomalies > 0 ? [tell('Anomalies: {0}', anomalies)] : []),
  ];
}

/** A stretch that is picked, with what lies in it. */
export function stretchWords(volume: Volume, stretch: Stretch, zone: string): readonly string[] {
  return [
    stretchText(stretch, zone),
    durationText(secondsWide(stretch) * 1000),
    tell('{0} records', volume.recordsIn(stretch)),
  ];
}

/** Both ends; those of whole seconds are named without a fraction. */
export function stretchText({ from, until }: Stretch, zone: string): string {
  const isWhole = from % nanosPerSecond === 0n && until % nanosPerSecond === 0n;
  if (!isWhole) return rangeText(String(from), String(until - 1n), zone);
  const [first, last] = [momentText(String(from), zone), momentText(String(until), zone)];
  return `${first} – ${last.slice(0, 10) === first.slice(0, 10) ? last.slice(11) : last}`;
}

/** What the chart shows, as tables. */
export function timelineTables(told: TimelineTold): readonly DataTable[] {
  const { volume, zone, silences } = told;
  const bars: DataTable = {
    title: tell('Records over time'),
    columns: [
      { title: tell('From'), kind: 'text' },
      { title: tell('Records'), kind: 'number' },
      ...volume.levels.map((level) => ({ title: levelWord(levelNames[level]), kind: 'number' as const })),
    ],
    rows: Array.from(volume.totals, (total, bin) => [
      timeOf(volume, bin, zone),
      total,
      ...volume.levels.map((level) => volume.countOf(level, bin)),
    ]),
  };
  return silences.length === 0 ? [bars] : [bars, silenceTable(silences, zone)];
}

function silenceTable(silences: readonly Stretch[], zone: string): DataTable {
  return {
    title: tell('Silences'),
    columns: [
      { title: tell('From'), kind: 'text' },
      { title: tell('Until'), kind: 'text' },
      { title: tell('Length'), kind: 'text' },
    ],
    rows: silences.map((silence) => [
      momentText(String(silence.from), zone, secondsWide(silence)),
      momentText(String(silence.until), zone, secondsWide(silence)),
      durationText(secondsWide(silence) * 1000),
    ]),
  };
}
