import { categories } from '../../../model/finding';
import { seededRandom } from '../../../model/seeded-random';
import { shuffled } from '../../../model/shuffled';
import type { DatasetSequence, SequenceRecord } from '../../sequence';
import { shapeOf } from '../../sequence-shape';
import { hexDigits, integer, type Random } from '../draws';
import { layouts } from '../layouts';
import { play } from '../playback';
import { step } from '../step';
import { explained } from './explanation';
import { type Fault, faults } from './faults';
import type { LogLanguage } from './phrase';
import { fewestServices, mostServices, type RequestKind, requestKinds } from './request-kinds';
import { badStory, goodStory, type Story } from './story';
import { type Wording, Wordings } from './wording';

export interface SequenceOptions {
  /** Any number; the same options give the same sequences. */
  readonly seed: number;
  readonly count: number;
  readonly language: LogLanguage;
  /** 5 to 10. */
  readonly services: number;
  /** Share of the sequences that are anomalous, 0 to 1; as many of each category, a few more of the first ones. */
  readonly anomalies: number;
}

/** A request of a shop's services with 6 to 15 records, and the truth about it. */
export interface GeneratedSequence extends DatasetSequence {
  /** Kind of the fault it suffers, null where it is normal. */
  readonly fault: string | null;
  /** Indices of the records that tell it, ascending. */
  readonly signs: readonly number[];
}

/** Of the log that `generatedLog` writes from the sequences: their records count its lines. */
const source = 'services.log';
const startTime = Date.UTC(2026, 2, 14, 9, 0, 0);
const millisecondsApart = 400;
const mostTries = 10;

/** @throws RangeError where the options are out of their ranges. */
export function generateSequences(options: SequenceOptions): GeneratedSequence[] {
  check(options);
  const random = seededRandom(options.seed);
  const played = toldStories(options, random).map((told, index) =>
    playedOut(told, startTime + index * millisecondsApart, options.language, random),
  );
  const lines = lineNumbers(played);
  const templates = new Map<string, number>();
  const digits = String(options.count).length;
  return played.map((one, index) => ({
    id: `seq-${String(index + 1).padStart(digits, '0')}`,
    ...sequenceOf(one, lines, templates),
  }));
}

function check({ count, services, anomalies }: SequenceOptions): void {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError('A whole number of sequences from 1');
  if (!Number.isInteger(services) || services < fewestServices || services > mostServices)
    throw new RangeError(`${fewestServices} to ${mostServices} services`);
  if (!(anomalies >= 0 && anomalies <= 1)) throw new RangeError('A share from 0 to 1');
}

/** The fault of each sequence, null for none; categories take turns, and so do the faults of one. */
function planned({ count, anomalies }: SequenceOptions, random: Random): (Fault | null)[] {
  const kinds = categories.map((category) => faults.filter((fault) => fault.category === category));
  const plan = Array.from({ length: count }, (_, index) => {
    if (index >= Math.round(count * anomalies)) return null;
    const inTurn = kinds[index % kinds.length];
    return inTurn[Math.floor(index / kinds.length) % inTurn.length];
  });
  return shuffled(plan, random);
}

function storyOf(fault: Fault | null, kinds: readonly RequestKind[], random: Random): Story {
  return fault === null ? goodStory(kinds, random) : badStory(kinds, fault, random);
}

interface Told {
  readonly story: Story;
  /** By beat. */
  readonly wordings: readonly Wording[];
}

function toldStories(options: SequenceOptions, random: Random): Told[] {
  const kinds = requestKinds(options.services);
  const words = new Wordings(options.language);
  const known = new Set<number>();
  return planned(options, random).map((fault) =>
    unlike(known, () => {
      const story = storyOf(fault, kinds, random);
      return { story, wordings: words.of(story, random) };
    }),
  );
}

/** Tries to make one whose template sequence no other has: among tens of thousands there is not always another. */
function unlike(known: Set<number>, make: () => Told): Told {
  for (let tries = 1; ; tries++) {
    const told = make();
    const shape = shapeOf(told.wordings.map(({ template }) => template));
    if (known.has(shape) && tries < mostTries) continue;
    known.add(shape);
    return told;
  }
}

interface Played extends Told {
  readonly session: string;
  /** By beat: milliseconds since the epoch, and the record as it is written. */
  readonly times: readonly number[];
  readonly texts: readonly string[];
  readonly reasons: readonly string[];
}

function playedOut(told: Told, due: number, language: LogLanguage, random: Random): Played {
  const { story, wordings } = told;
  const steps = story.beats.map(({ after, service, level, exact = false, waited }, index) =>
    step(after, service, level, wordings[index].message, { exact, waited }),
  );
  const start = due + integer(random, 0, 4 * millisecondsApart);
  const session = `req-${hexDigits(random, 12)}`;
  const events = play(steps, { start, request: session, incident: null }, random);
  const times = events.map(({ time }) => time);
  const texts = events.map((event) => layouts.bracketed(event).join('\n'));
  return { ...told, session, times, texts, reasons: explained(story, language, random) };
}

/** By time of a record: its line in the log of all, counted from 1. Each of several at the same time takes the next one. */
function lineNumbers(played: readonly Played[]): Map<number, number> {
  const times = Float64Array.from(played.flatMap((one) => one.times)).sort();
  const lines = new Map<number, number>();
  for (const [index, time] of times.entries()) if (!lines.has(time)) lines.set(time, index + 1);
  return lines;
}

function sequenceOf(
  { story, wordings, session, times, texts, reasons }: Played,
  lines: Map<number, number>,
  ids: Map<string, number>,
): Omit<GeneratedSequence, 'id'> {
  const records = texts.map((text, index): SequenceRecord => {
    const { template } = wordings[index];
    const { level } = story.beats[index];
    return {
      text,
      line: nextLine(lines, times[index]),
      level: level.toLowerCase() as Lowercase<typeof level>,
      time: `${times[index]}000000`,
      templateId: idOf(template, ids),
      template,
    };
  });
  const fault = story.mishap?.fault ?? null;
  return {
    label: fault === null ? 'normal' : 'anomalous',
    category: fault?.category ?? null,
    reasons,
    records,
    session,
    start: records[0].time,
    end: records[records.length - 1].time,
    source,
    fault: fault?.name ?? null,
    signs: story.signs,
  };
}

function nextLine(lines: Map<number, number>, time: number): number {
  const line = lines.get(time)!;
  lines.set(time, line + 1);
  return line;
}

function idOf(template: string, ids: Map<string, number>): number {
  const id = ids.get(template) ?? ids.size;
  ids.set(template, id);
  return id;
}
