import type { Sentence } from '../../model/finding';
import { stripAnsi } from '../../text/ansi';
import type { TimeShape } from '../../time/time-shape';
import { timeShapeAt } from '../../time/time-shapes';
import type { ReadContext } from '../format';
import { isFormatCorrection } from './check-correction';
import { CorrectedLine } from './corrected-line';
import type {
  FormatCorrection,
  FormatGesture,
  IdCorrection,
  NotLearned,
  TimeCorrection,
} from './format-correction';
import { learnLevel } from './learn-level';
import { learnPlace } from './learn-place';
import { learnStamp } from './learn-stamp';
import { finderOf, type ValueEnd } from './place';
import { editsOf, readyCorrections } from './ready-corrections';
import { learnRecordStart } from './record-start';
import { type Shown, shownOf } from './shown-line';
import { countedStamps } from './stamp-candidates';
import { runSteps, shapeOfStamp, stampSteps } from './stamp-layout';
import { runsOf } from './stamp-runs';
import { tokenEnd } from './token-end';

/** Other stamps looked at; more say nothing new. */
const mostStamps = 300;

/**
 * What a gesture teaches, or why it teaches nothing and what to do. `lines` are of the same log, as its formats see
 * them (no ANSI sequences, no wrapper); `context.corrections` are those that hold already.
 */
export function learnCorrection(
  gesture: FormatGesture,
  lines: readonly Uint8Array[],
  context: ReadContext,
): FormatCorrection | NotLearned {
  const shown = shownOf(gesture, withoutAnsi);
  if (shown === undefined) return nothingSelected;
  const answer = learnFrom(gesture, shown, lines, context);
  // What cannot be kept would hold for this run only.
  return 'pattern' in answer || isFormatCorrection(answer) ? answer : tooMuch;
}

function learnFrom(
  gesture: FormatGesture,
  shown: Shown,
  lines: readonly Uint8Array[],
  context: ReadContext,
): FormatCorrection | NotLearned {
  if (gesture.role === 'time') return learnTime(shown, lines, context);
  if (gesture.role === 'recordStart') return learnStart(shown, lines);
  const seen = correctedSight(shown, lines, context);
  if (gesture.role === 'level') return learnLevel(seen.shown, gesture.level, seen.lines, context);
  return learnId(seen.shown, seen.lines, context);
}

const nothingSelected: Sentence = {
  pattern: 'Nothing is selected. Select the text in the line first.',
  values: [],
};

const tooMuch: Sentence = {
  pattern: 'That is too much to learn from. Select less, nearer to the start of the line.',
  values: [],
};

const encoder = new TextEncoder();

function withoutAnsi(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  const scratch = new Uint8Array(bytes.length);
  const length = stripAnsi(bytes, 0, bytes.length, scratch);
  return length < 0 ? bytes : scratch.subarray(0, length);
}

function learnTime(
  shown: Shown,
  lines: readonly Uint8Array[],
  context: ReadContext,
): TimeCorrection | Sentence {
  const shape = knownShape(shown, context) ?? countedShape(shown, context);
  if (shape === undefined) return learnUnknownTime(shown, lines, context);
  const place = learnPlace(shown, lines, parserOf(shape, context), { canCount: true, context });
  return place ? { role: 'time', place, stamp: shape.name } : noTime(shown);
}

function learnUnknownTime(
  shown: Shown,
  lines: readonly Uint8Array[],
  context: ReadContext,
): TimeCorrection | Sentence {
  const selected = shown.line.subarray(shown.at, shown.end);
  const looksAlike = alike(selected);
  const place = learnPlace(shown, lines, looksAlike, { canCount: true, context });
  if (place === undefined) return noTime(shown);
  const find = finderOf(place, looksAlike, context);
  const others = lines.flatMap((line) => {
    const at = find(line, 0, line.length);
    return at < 0 ? [] : [{ line, at }];
  });
  const stamp = learnStamp(selected, others.slice(0, mostStamps), context);
  return stamp === undefined ? noTime(shown) : { role: 'time', place, stamp };
}

/** The shape that reads the selection from its start, as far as it goes or farther. */
function knownShape({ line, at, end }: Shown, context: ReadContext): TimeShape | undefined {
  const shape = timeShapeAt(line, at, line.length, context);
  return shape && parserOf(shape, context)(line, at, line.length) >= end ? shape : undefined;
}

/** A count since some epoch that takes the whole selection. */
function countedShape({ line, at, end }: Shown, context: ReadContext): TimeShape | undefined {
  const shapes = countedStamps.flatMap((stamp) => shapeOfStamp(stamp) ?? []);
  return shapes.find((shape) => parserOf(shape, context)(line, at, line.length) === end);
}

function parserOf(shape: TimeShape, context: ReadContext): ValueEnd {
  const instant = { seconds: 0, nanos: 0 };
  return (bytes, pos, end) => shape.parse(bytes, pos, end, instant, context);
}

/** Text of the same make: digits where there are digits, letters for letters, the same marks. */
function alike(selected: Uint8Array): ValueEnd {
  const shape = runsOf(selected).map(({ kind, text }) => {
    if (kind === 'digits') return '{digits}';
    if (kind === 'letters') return '{letters}';
    return kind === 'blanks' ? ' ' : text;
  });
  const steps = stampSteps(shape.join('')) ?? [];
  return (bytes, pos, end) => (steps.length === 0 ? -1 : runSteps(steps, bytes, pos, end));
}

function noTime({ selected }: Shown): Sentence {
  return {
    pattern:
      '"{0}" does not read as a date and a time of day. Select the whole time stamp, its date included.',
    values: [selected],
  };
}

function learnStart(shown: Shown, lines: readonly Uint8Array[]): FormatCorrection | Sentence {
  const beginning = shown.line.subarray(0, shown.end);
  const shape = learnRecordStart(beginning, lines);
  if (shape !== undefined) return { role: 'recordStart', shape };
  return {
    pattern:
      'Nearly every line begins like "{0}". Select more of the line, up to what only first lines have.',
    values: [shown.selected],
  };
}

function learnId(shown: Shown, lines: readonly Uint8Array[], context: ReadContext): IdCorrection | Sentence {
  const place = learnPlace(shown, lines, tokenEnd(shown.until), { canCount: false, context });
  if (place !== undefined) return { role: 'id', place, until: shown.until };
  return {
    pattern: '"{0}" does not stand where other lines have an id. Select the id in a line of the usual form.',
    values: [shown.selected],
  };
}

/** The gesture and the lines as the formats see them after the corrections of the time: its place may be told with it. */
function correctedSight(
  shown: Shown,
  lines: readonly Uint8Array[],
  context: ReadContext,
): { readonly shown: Shown; readonly lines: readonly Uint8Array[] } {
  const times = context.corrections?.filter(({ role }) => role === 'time') ?? [];
  const corrected = new CorrectedLine(editsOf(readyCorrections(times, context)));
  const seenLine = (bytes: Uint8Array): Uint8Array => {
    corrected.edit({ bytes, start: 0, end: bytes.length });
    return new Uint8Array(corrected.line.bytes.subarray(corrected.line.start, corrected.line.end));
  };
  const line = seenLine(shown.line);
  const moved = line.length - shown.line.length;
  const behind = corrected.original(shown.at + moved) === shown.at;
  const by = behind ? moved : 0;
  return { shown: { ...shown, line, at: shown.at + by, end: shown.end + by }, lines: lines.map(seenLine) };
}
