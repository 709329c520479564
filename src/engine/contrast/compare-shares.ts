/** A share in focus and one it is held against. */
export interface Shares {
  readonly focus: number;
  readonly focusOf: number;
  readonly against: number;
  readonly againstOf: number;
}

/** Twice the ln of how much likelier two shares make the counts than one does (G of a 2 × 2 table). */
export function devianceOf({ focus, focusOf, against, againstOf }: Shares): number {
  const share = (focus + against) / (focusOf + againstOf);
  return Math.max(0, 2 * (lnLikelier(focus, focusOf, share) + lnLikelier(against, againstOf, share)));
}

function lnLikelier(count: number, of: number, share: number): number {
  return part(count, of * share) + part(of - count, of * (1 - share));
}

function part(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected);
}

/** In larger windows than the history has, records are taken to hang together no further than this times as many of them do there. */
const mostScaled = 2;

/**
 * How many times wider than a binomial's the variance of the difference of two shares is, where each wavers from window to window.
 *
 * @param correlation as of `History`
 * @param usualSize records in a window of the history
 * @param againstWindows what the second share is an average of
 */
export function inflationOf(
  shares: Shares,
  correlation: number,
  usualSize: number,
  againstWindows: number,
): number {
  const together = 1 / (1 / shares.focusOf + 1 / Math.max(1, shares.againstOf));
  return 1 + correlation * (1 + 1 / againstWindows) * Math.min(together, mostScaled * usualSize);
}

/** Null where a share is 0. */
export function ratioOf({ focus, focusOf, against, againstOf }: Shares): number | null {
  return focus === 0 || against === 0 ? null : focus / focusOf / (against / againstOf);
}

/** Stands for a count of 0, as nothing has a logarithm. */
const halfCount = 0.5;

/** Of the ratio, on the scale of its logarithm; `width`: standard errors on each side. */
export function intervalOf(
  shares: Shares,
  inflation: number,
  width: number,
): readonly [number, number | null] {
  const { focus, focusOf, against, againstOf } = shares;
  const own = Math.max(halfCount, focus);
  const other = Math.max(halfCount, against);
  const variance = 1 / own - 1 / focusOf + 1 / other - 1 / againstOf;
  const half = width * Math.sqrt(Math.max(0, inflation * variance));
  const log = Math.log(own / focusOf / (other / againstOf));
  return [focus === 0 ? 0 : Math.exp(log - half), against === 0 ? null : Math.exp(log + half)];
}
