import { isBlank } from '../header';
import { runSteps, stampSteps } from './stamp-layout';
import { runsOf } from './stamp-runs';

/** Tells whether a line begins a record. */
export type BeginsRecord = (bytes: Uint8Array, start: number, end: number) => boolean;

/** Throws where the shape is none. */
export function beginsAs(shape: string): BeginsRecord {
  const steps = stampSteps(shape);
  if (steps === undefined || steps.length === 0) throw new Error(`no shape of a record's start: ${shape}`);
  return (bytes, start, end) => runSteps(steps, bytes, start, end) >= 0;
}

/** A shape that so many lines begin with says nothing about where records begin. */
const nearlyAll = 0.9;
/** Of the lines that a shape of any words fits so many begin with the very words: then the words are what counts. */
const mostly = 0.9;

/**
 * The shape of what was selected at a line's start: numbers stand for any, punctuation for itself, words for themselves
 * or for any. Undefined where it says nothing: blanks, no text, as good as every line.
 */
export function learnRecordStart(selected: Uint8Array, lines: readonly Uint8Array[]): string | undefined {
  const runs = runsOf(selected);
  if (runs.every(({ kind }) => kind === 'blanks')) return undefined;
  const shapes = [true, false].map((anyWords) => runs.map((run) => pieceOf(run, anyWords)).join(''));
  const [any, literal] = shapes.map((shape) => countBeginning(shape, lines));
  const filled = lines.filter((line) => line.some((byte) => !isBlank(byte))).length;
  const wordsCount =
    literal >= any * mostly || any > filled * nearlyAll || !hasMarks(runs.map(({ kind }) => kind));
  const chosen = wordsCount ? shapes[1] : shapes[0];
  return (wordsCount ? literal : any) > filled * nearlyAll && filled > 1 ? undefined : chosen;
}

/** `name:` and `<name>` are told from prose by their marks; a bare word is not. */
function hasMarks(kinds: readonly string[]): boolean {
  return kinds.includes('other') || kinds.includes('digits');
}

function pieceOf({ kind, text }: ReturnType<typeof runsOf>[number], anyWords: boolean): string {
  if (kind === 'digits') return '{digits}';
  if (kind === 'blanks') return ' ';
  if (text === '{') return '{open}';
  if (text === '}') return '{close}';
  return kind === 'letters' && anyWords ? '{letters}' : text;
}

function countBeginning(shape: string, lines: readonly Uint8Array[]): number {
  const steps = stampSteps(shape);
  return steps === undefined ? 0 : lines.filter((line) => runSteps(steps, line, 0, line.length) >= 0).length;
}
