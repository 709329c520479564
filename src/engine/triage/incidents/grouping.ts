import type { Clue } from './clue';
import { Merged } from './merged';
import type { ServiceId } from './service-names';

/** Symptoms of one trouble. */
export interface Group {
  readonly clues: readonly Clue[];
  readonly from: number;
  readonly until: number;
}

/**
 * Brings together the findings of one trouble. Two belong together when they come within `apart` of each other and
 *
 * - one service writes both, of itself;
 * - one complains of the service that writes the other, or both of the same;
 * - they share an identifier, or tell of the same state of the machine.
 *
 * What a service writes of others does not by itself belong together: a gateway complains of every service that ails. So
 * what blames others without naming them is tied by identifiers alone.
 */
export function grouped(clues: readonly Clue[], apart: number): Group[] {
  return tied(
    [...clues].sort((a, b) => a.from - b.from),
    apart,
  );
}

/** Kinds of names by which findings can be found, beside identifiers: a program's own, about it, by it. */
const kinds = { own: 0, about: 1, by: 2 } as const;
type Name = string | number;

/** Names that findings have in common. */
interface Names {
  readonly shown: readonly Name[];
  readonly sought: readonly Name[];
}

const nameOf = (kind: keyof typeof kinds, program: ServiceId): number => program * 3 + kinds[kind];

/** Under which names a finding can be found by those after it, and under which it looks for those before it. */
function namesOf({ program, programsOfPeers, blamesUnnamed, condition, ids: ofRecord }: Clue): Names {
  // No identifier holds a blank.
  const ids = condition === undefined ? ofRecord : [...ofRecord, `machine ${condition}`];
  if (blamesUnnamed) return { shown: ids, sought: ids };
  const own = nameOf('own', program);
  const aboutIt = nameOf('about', program);
  if (programsOfPeers.length === 0) return { shown: [own, ...ids], sought: [own, aboutIt, ...ids] };
  const about = programsOfPeers.map((peer) => nameOf('about', peer));
  const others = programsOfPeers.flatMap((peer) => [nameOf('own', peer), nameOf('by', peer)]);
  return {
    shown: [nameOf('by', program), ...about, ...ids],
    sought: [aboutIt, ...about, ...others, ...ids],
  };
}

function tied(clues: readonly Clue[], apart: number): Group[] {
  const merged = new Merged(clues.length);
  /** By name, the clue under it that lasted longest so far. */
  const latest = new Map<Name, number>();
  clues.forEach((clue, index) => {
    const { shown, sought } = namesOf(clue);
    for (const name of sought) {
      const other = latest.get(name);
      if (other !== undefined && clue.from - clues[other].until <= apart) merged.join(index, other);
    }
    for (const name of shown) {
      const other = latest.get(name);
      if (other === undefined || clues[other].until <= clue.until) latest.set(name, index);
    }
  });
  return merged.sets().map((indices) => groupOf(indices.map((index) => clues[index])));
}

export function groupOf(clues: readonly Clue[]): Group {
  const inOrder = [...clues].sort((a, b) => a.from - b.from || a.episode.first - b.episode.first);
  return {
    clues: inOrder,
    from: inOrder[0].from,
    until: inOrder.reduce((until, clue) => Math.max(until, clue.until), inOrder[0].until),
  };
}
