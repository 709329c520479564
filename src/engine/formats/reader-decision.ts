import { candidateOf } from './candidates';
import type { ReadContext } from './format';
import { LogReader, type Recognised } from './log-reader';

/** How a log is read, as its head decided: plain data, from which another thread makes the same reader without looking at the head. */
export interface ReaderDecision extends Omit<Recognised, 'chosen'> {
  /** Keys of the candidates. */
  readonly chosen: readonly (number | string)[];
  readonly context: ReadContext;
}

/** Undefined where it was not decided by the head alone: a person corrected the format. */
export function decisionOf({ recognised, context }: LogReader): ReaderDecision | undefined {
  const chosen = recognised.chosen.flatMap(({ key }) => key ?? []);
  return chosen.length < recognised.chosen.length ? undefined : { ...recognised, chosen, context };
}

export function readerBy({ context, chosen, ...recognised }: ReaderDecision): LogReader {
  return new LogReader({ ...recognised, chosen: chosen.map(candidateOf) }, context);
}
