import { timeShapes } from '../../time/time-shapes';
import { clock, uptime, zoneName } from './clock-elements';
import {
  component,
  httpStatus,
  level,
  levelLetter,
  message,
  messageFromHere,
  otherTime,
  priority,
  timeOfAnyShape,
  timeOfShape,
} from './header-elements';
import { optionalPieces, piecesOf, punctuationFrom } from './pieces';
import { type LookAhead, remembered, rememberedFrom, watchedOptional } from './remembered';
import { optional, type Step, type Stop, sequence } from './step';
import { structuredData, tag } from './syslog-elements';
import { asComponent, host, number, punctuation, quotedRest, text, textAndStop, word } from './text-elements';

/**
 * The layout language: how the text formats are written down.
 *
 * | piece               | matches |
 * |---------------------|---------|
 * | ` `                 | one or more blanks, or the line's end |
 * | `~`                 | blanks or nothing |
 * | `{? … }`            | the pieces within, or nothing |
 * | `{time}`            | a time stamp of any shape; `{time:iso}` of one shape; `{otherTime}` one that does not count |
 * | `{level}`           | a level word; `{levelLetter}` one of V T D I W E F A; `{priority}` syslog's `<34>` |
 * | `{component}`       | a name without blanks; `{component:word}`, `{component:text}`: as below |
 * | `{number}`          | digits |
 * | `{word}`            | text without blanks, up to what follows in the layout |
 * | `{text}`            | any text up to what follows in the layout |
 * | `{host}`            | a word that is no level |
 * | `{tag}`             | syslog's `name[pid]: ` as component |
 * | `{structuredData}`  | RFC 5424's |
 * | `{quotedRest}`      | to the closing double quote |
 * | `{status}`          | an HTTP status: level and salt |
 * | `{messageFromHere}` | marks the message's start; `{message}` takes the rest of the line |
 * | `{clock}`           | a time of day without a date: no moment |
 * | `{zoneName}`        | `CET`, `Europe/Berlin`: passed over, the time counts as one without a zone |
 * | `{uptime}`          | seconds since a start, `12.345678`: no moment either |
 * | anything else       | itself |
 *
 * `{number=pid}` is `{number}`, and its text is the field `pid` (see `layoutFields`). A format's own elements are
 * named like the others and given to `compileLayout`.
 */
const elements: ReadonlyMap<string, Step> = new Map([
  ['otherTime', otherTime],
  ['level', level],
  ['levelLetter', levelLetter],
  ['priority', priority],
  ['component', component],
  ['number', number],
  ['host', host],
  ['tag', tag],
  ['structuredData', structuredData],
  ['quotedRest', quotedRest],
  ['status', httpStatus],
  ['messageFromHere', messageFromHere],
  ['message', message],
  ['clock', clock],
  ['zoneName', zoneName],
  ['uptime', uptime],
  ...timeShapes.map((shape) => [`time:${shape.name}`, timeOfShape(shape)] as const),
]);

/** Elements of one format only, by name. */
export type OwnElements = Readonly<Record<string, Step>>;

/** Told where the text of a named field stands. */
export type Capture = (name: string, start: number, end: number) => void;

interface Vocabulary {
  readonly own: OwnElements;
  readonly capture: Capture | undefined;
  /** Where what the steps say is to be remembered. */
  readonly ahead?: LookAhead;
}

/**
 * Throws on a piece it does not know: layouts are written by us or built from these pieces. Without `capture` the names
 * of fields cost nothing.
 */
export function compileLayout(layout: string, own: OwnElements = {}, capture?: Capture): Step {
  const pieces = piecesOf(layout);
  const vocabulary = { own, capture };
  const from = capture === undefined ? rememberedFrom(pieces, (name) => name in own) : pieces.length;
  if (from === pieces.length) return compilePieces(pieces, vocabulary);
  const ahead = { happened: false };
  const header = remembered(compilePieces(pieces.slice(from), { ...vocabulary, ahead }), ahead);
  return from === 0 ? header : sequence([compilePieces(pieces.slice(0, from), vocabulary), header]);
}

function compilePieces(pieces: readonly string[], vocabulary: Vocabulary): Step {
  const steps: Step[] = [];
  for (let i = 0; i < pieces.length; ) {
    const run = punctuationFrom(pieces, i);
    const stop = stopOf(punctuationFrom(pieces, i + 1));
    if (run.length > 0) {
      steps.push(punctuation(run));
      i += run.length;
    } else if (isTextOnly(pieces[i], vocabulary)) {
      steps.push(textAndStop(stop));
      i += 1 + punctuationFrom(pieces, i + 1).length;
    } else {
      steps.push(stepOf(pieces[i], stop, vocabulary));
      i++;
    }
  }
  return sequence(steps);
}

/** Text that no field is made of: it and what ends it are one step. */
function isTextOnly(piece: string, { capture }: Vocabulary): boolean {
  return piece === '{text}' || (piece.startsWith('{text=') && capture === undefined);
}

/** A run of blanks and literals as the end of text of no fixed kind. */
function stopOf(run: readonly string[]): Stop | undefined {
  if (run.length === 0) return undefined;
  const firstByte = run[0] === '~' ? -1 : new TextEncoder().encode(run[0])[0];
  return { step: punctuation(run), firstByte, isBlank: run[0] === ' ' };
}

function stepOf(piece: string, stop: Stop | undefined, vocabulary: Vocabulary): Step {
  if (piece.startsWith('{?')) return optionalStep(piece, vocabulary);
  const [name, field] = piece.slice(1, -1).split('=');
  const step = vocabulary.own[name] ?? elementStep(name, stop);
  return field === undefined || vocabulary.capture === undefined
    ? step
    : captured(step, field, name === 'quotedRest' ? 1 : 0, vocabulary.capture);
}

function optionalStep(piece: string, vocabulary: Vocabulary): Step {
  const pieces = optionalPieces(piece);
  const step = compilePieces(pieces, vocabulary);
  const { ahead } = vocabulary;
  return ahead === undefined ? optional(step) : watchedOptional(step, pieces[0].charCodeAt(0), ahead);
}

/** `closing`: bytes at the end that are not the field's. */
function captured(step: Step, field: string, closing: number, capture: Capture): Step {
  return (bytes, pos, end, header, context) => {
    const after = step(bytes, pos, end, header, context);
    if (after >= 0) capture(field, pos, after - closing);
    return after;
  };
}

function elementStep(name: string, stop: Stop | undefined): Step {
  if (name === 'time') return timeOfAnyShape();
  if (name === 'word') return word(stop);
  if (name === 'text') return text(stop);
  if (name === 'component:word') return asComponent(word(stop));
  if (name === 'component:text') return asComponent(text(stop));
  const step = elements.get(name);
  if (step === undefined) throw new Error(`unknown layout element {${name}}`);
  return step;
}
