import type { TextStyle } from '../../../src/protocol/log-lines';

/** A stretch of a row's text that is shown in one way. UTF-16 units; together they are the text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle | null;
  /** Index of the link it is part of; -1 of none. */
  readonly link: number;
}

export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** Cuts a text where a style or a link begins or ends. Both are in order and do not overlap their own kind. */
export function piecesOf(
  length: number,
  styles: readonly TextStyle[],
  links: readonly Stretch[],
): readonly Piece[] {
  if (styles.length === 0 && links.length === 0) return [{ start: 0, end: length, style: null, link: -1 }];
  const cuts = [...new Set([0, length, ...edgesOf(styles), ...edgesOf(links)])]
    .filter((cut) => cut >= 0 && cut <= length)
    .sort((a, b) => a - b);
  const styleAt = covering(styles);
  const linkAt = covering(links);
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    end: cuts[index + 1],
    style: styles[styleAt(start)] ?? null,
    link: linkAt(start),
  }));
}

function edgesOf(stretches: readonly Stretch[]): number[] {
  return stretches.flatMap(({ start, length }) => [start, start + length]);
}

/** Asked with rising places: the index of the stretch that covers it, or -1. */
function covering(stretches: readonly Stretch[]): (place: number) => number {
  let index = 0;
  return (place) => {
    while (index < stretches.length && stretches[index].start + stretches[index].length <= place) index++;
    return index < stretches.length && stretches[index].start <= place ? index : -1;
  };
}
