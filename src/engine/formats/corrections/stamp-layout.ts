import { applyZone, endsStamp } from '../../time/clock';
import { Certainty, type TimeShape } from '../../time/time-shape';
import { timeShapes } from '../../time/time-shapes';
import { clearMoment, instantOf, newMoment } from './stamp-moment';
import { type StampStep, stampBlanks, stampLiteral, stampPieces } from './stamp-pieces';

/**
 * How a stamp that no known shape reads is written down: pieces in braces (see `stampPieces`), blanks for one or more
 * blanks, anything else for itself. `{day}.{month}.{year:2} {hour}h{minute}` reads `21.11.26 13h05`. A fraction may
 * follow the second and a zone the stamp, named or not: not every line of a log has them.
 */
const longestLayout = 200;

/** The shape a time correction names, a known one or a layout; undefined where it is neither. */
export function shapeOfStamp(stamp: string): TimeShape | undefined {
  return timeShapes.find((shape) => shape.name === stamp) ?? shapeOfLayout(stamp);
}

function shapeOfLayout(layout: string): TimeShape | undefined {
  const steps = stampSteps(layout);
  if (steps === undefined || steps.length === 0) return undefined;
  const moment = newMoment();
  return {
    name: layout,
    certainty: layout.includes('{year') ? Certainty.zoneOpen : Certainty.yearOpen,
    samples: [],
    parse(bytes, pos, end, out, context) {
      clearMoment(moment);
      const after = runSteps(steps, bytes, pos, end, moment);
      if (after < 0 || !instantOf(moment, out, context)) return -1;
      const zoned = applyZone(bytes, after, end, out);
      return endsStamp(bytes, zoned, end) ? zoned : -1;
    },
  };
}

/** The layout's pieces in turn; undefined where it is none. */
export function stampSteps(layout: string): readonly StampStep[] | undefined {
  if (layout.length > longestLayout) return undefined;
  const steps = layout.match(/\{[^{}]*\}| |[^{} ]+|[{}]/g)?.map(stepOf) ?? [];
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

function stepOf(piece: string): StampStep | undefined {
  if (piece === ' ') return stampBlanks;
  if (piece.startsWith('{')) return stampPieces.get(piece.slice(1, -1));
  return piece === '}' ? undefined : stampLiteral(piece);
}

/** Where the last step ends, or -1. Each step is tried once: a line costs its length at most. */
export function runSteps(
  steps: readonly StampStep[],
  bytes: Uint8Array,
  pos: number,
  end: number,
  moment = newMoment(),
): number {
  let at = pos;
  for (const step of steps) {
    at = step(bytes, at, end, moment);
    if (at < 0) return -1;
  }
  return at;
}
