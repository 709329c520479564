import type { Candidate } from './candidate';
import { devianceOf, type Shares } from './compare-shares';
import { type RowCell, rowCells } from './row-cells';
import { lnTailOfT } from './student-t';

/** What is left of a difference, once those told are known, must be as sure as this … */
const leastSure = Math.log(0.01);
/** … and so much of the whole of it: what accompanies another in nineteen of twenty records is told with it. */
const leastLeft = 0.15;

/** Where a level and a template are the same records, the template says more. */
const levelWeight = 0.9;

/**
 * Picks the strongest difference, then again and again the strongest of what remains where records that have those told, and those that
 * have not, are compared apart: what differs only because another does is told once. What stands with a new thing, which there
 * are no records of to compare with, counts where it is other than usual: a new error that comes from one host names both.
 *
 * @param parts of each record looked at
 */
export function toldOnce<Told extends Candidate>(
  parts: Uint8Array,
  candidates: readonly Told[],
  limit: number,
): Told[] {
  const cells = rowCells(parts, candidates);
  const wholes = candidates.map((candidate, i) => heldAgainst(candidate, sharesIn(cells, i)));
  const told: Told[] = [];
  let strata: readonly Stratum[] = [{ cells, told: [] }];
  const open = new Set(candidates.keys());
  while (told.length < limit) {
    const best = strongest(open, (i) => strengthLeft(candidates[i], i, wholes[i], strata));
    if (best === undefined) return told;
    for (const other of open) if (goesWith(candidates[other], candidates[best])) open.delete(other);
    told.push(candidates[best]);
    strata = strata.flatMap((stratum) => splitBy(stratum, best, candidates[best]));
  }
  return told;
}

/** The same thing among other records; or what is less because of it: where most failures are of one host, the others have fewer. */
function goesWith(other: Candidate, told: Candidate): boolean {
  if (other.subject === told.subject) return true;
  const isOpposite = other.difference.direction !== told.difference.direction;
  return other.isScoped && isOpposite && other.factor === told.factor;
}

/** Records that have the same of what is told. */
interface Stratum {
  readonly cells: readonly RowCell[];
  /** What all of them have. */
  readonly told: readonly Candidate[];
}

function splitBy({ cells, told }: Stratum, index: number, candidate: Candidate): Stratum[] {
  const [having, lacking] = [1, 0].map((has) => cells.filter((cell) => cell.has[index] === has));
  return [
    { cells: having, told: [...told, candidate] },
    { cells: lacking, told },
  ].filter((stratum) => stratum.cells.length > 0);
}

function strongest(
  open: ReadonlySet<number>,
  strengthOf: (candidate: number) => number | undefined,
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const candidate of open) {
    const strength = strengthOf(candidate);
    if (strength === undefined || strength <= most) continue;
    most = strength;
    best = candidate;
  }
  return best;
}

/** Undefined where what is told explains it. */
function strengthLeft(
  candidate: Candidate,
  index: number,
  whole: Shares,
  strata: readonly Stratum[],
): number | undefined {
  const { difference } = candidate;
  const all = devianceOf(whole);
  if (all === 0) return undefined;
  const left = strata.reduce((sum, stratum) => sum + devianceIn(stratum, candidate, index), 0);
  // Of the records looked at, which may be a part of all that the difference is known from.
  const strength = (difference.strength * Math.max(0, left)) / all;
  const isSure = lnTailOfT(Math.sqrt(strength), difference.degrees) <= leastSure;
  if (!isSure || left < leastLeft * all) return undefined;
  return candidate.kind === 'level' ? strength * levelWeight : strength;
}

/** Below 0 where it differs the other way round. */
function devianceIn({ cells, told }: Stratum, candidate: Candidate, index: number): number {
  if (told.some(({ factor }) => factor === candidate.factor)) return 0;
  const own = sharesIn(cells, index);
  if (own.focusOf === 0) return 0;
  if (own.againstOf === 0 && candidate.followsTemplate) return 0;
  const shares = own.againstOf === 0 ? heldAgainst(candidate, own) : own;
  if (shares.againstOf === 0) return 0;
  const isOver = shares.focus * shares.againstOf > shares.against * shares.focusOf;
  const sign = isOver === (candidate.difference.direction === 'over') ? 1 : -1;
  return sign * devianceOf(shares);
}

/** What only focus has is held against what the candidate is held against as a whole. */
function heldAgainst({ shares: { against, againstOf } }: Candidate, own: Shares): Shares {
  return own.againstOf === 0 ? { ...own, against, againstOf } : own;
}

function sharesIn(cells: readonly RowCell[], index: number): Shares {
  const shares = { focus: 0, focusOf: 0, against: 0, againstOf: 0 };
  for (const { focus, against, has, couldHave } of cells) {
    if (couldHave[index] === 0) continue;
    shares.focusOf += focus;
    shares.againstOf += against;
    if (has[index] === 0) continue;
    shares.focus += focus;
    shares.against += against;
  }
  return shares;
}
