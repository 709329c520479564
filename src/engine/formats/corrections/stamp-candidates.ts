import { partBeforeSign, partsOf, type Run, readingsOfDigits, readingsOfLetters } from './stamp-runs';

/** A stamp has fewer digit groups; more would make too many readings. */
const mostRuns = 24;
const mostCandidates = 2000;

/** Counts since some epoch, as one group. */
export const countedStamps: readonly string[] = [
  ...['{hexSeconds}', '0x{hexSeconds}', '0X{hexSeconds}', '{hexMillis}', '0x{hexMillis}', '0X{hexMillis}'],
  ...['@40000000{hexSeconds}', '{filetime}', '{ticks}'],
];

/** Every way to read the runs as a date and a time of day, as stamp layouts; the more usual order of parts first. */
export function stampCandidates(runs: readonly Run[]): string[] {
  if (runs.length > mostRuns) return [];
  const found: string[] = [];
  extend('', runs, 0, found);
  return found;
}

function extend(layout: string, runs: readonly Run[], at: number, found: string[]): void {
  if (found.length >= mostCandidates) return;
  if (at === runs.length) {
    if (isComplete(partsOf(layout))) found.push(layout);
    return;
  }
  for (const reading of readingsOf(runs, at)) {
    const longer = layout + reading;
    if (isPossible(partsOf(longer))) extend(longer, runs, at + 1, found);
  }
}

function readingsOf(runs: readonly Run[], at: number): readonly string[] {
  const run = runs[at];
  if (run.kind === 'digits') return readingsOfDigits(run, partBeforeSign(runs[at + 1]));
  if (run.kind === 'letters') return readingsOfLetters(run);
  if (run.kind === 'blanks') return [' '];
  return run.text === '{' || run.text === '}' ? [] : [run.text];
}

const clockOrder = ['hour', 'minute', 'second', 'fraction'];
const repeatable = new Set(['letters']);

/** No part twice; the time of day in one piece and in its order. */
function isPossible(all: readonly string[]): boolean {
  const parts = all.filter((part) => !repeatable.has(part)).map((p) => (p === 'monthName' ? 'month' : p));
  if (new Set(parts).size < parts.length) return false;
  if (parts.includes('dayOfYear') && (parts.includes('month') || parts.includes('day'))) return false;
  const timed = parts.filter((part) => part !== 'half');
  return timed.every((part, i) => {
    const rank = clockOrder.indexOf(part);
    return rank <= 0 || timed[i - 1] === clockOrder[rank - 1];
  });
}

function isComplete(parts: readonly string[]): boolean {
  const has = (...names: string[]): boolean => names.every((name) => parts.includes(name));
  const month = has('month') || has('monthName');
  return has('hour', 'minute') && ((month && has('day')) || has('year', 'dayOfYear'));
}
