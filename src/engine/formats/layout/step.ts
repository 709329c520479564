import type { Header, ReadContext } from '../format';

/**
 * Matches one piece of a layout at `pos` and answers where it ends, or -1.
 * Steps are tried once, left to right, without backtracking: a line costs its length at most.
 */
export type Step = (
  bytes: Uint8Array,
  pos: number,
  end: number,
  header: Header,
  context: ReadContext,
) => number;

/** What ends text of no fixed kind. */
export interface Stop {
  readonly step: Step;
  /** The byte it begins with, so that the step is tried only there; -1 for one that can begin with any. */
  readonly firstByte: number;
  readonly isBlank: boolean;
}

/** All steps in turn. */
export function sequence(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0];
  return (bytes, pos, end, header, context) => {
    let at = pos;
    for (let i = 0; i < steps.length; i++) {
      at = steps[i](bytes, at, end, header, context);
      if (at < 0) return -1;
    }
    return at;
  };
}

export function optional(step: Step): Step {
  return (bytes, pos, end, header, context) => {
    const after = step(bytes, pos, end, header, context);
    return after < 0 ? pos : after;
  };
}
