import type { Sentence } from '../../engine/model/finding';

const mostNamed = 20;

/** Names the lines of a labels file that are no labels: a conflict of a merge leaves three at least. */
export function damagedLabelLines(path: string, damaged: readonly { readonly line: number }[]): Sentence {
  const [first] = damaged;
  if (damaged.length === 1 && first !== undefined) {
    return {
      pattern: '{0}: line {1} is no label and is not used. Mend or delete it; it is left as it is.',
      values: [path, first.line],
    };
  }
  const named = damaged.slice(0, mostNamed).map(({ line }) => line);
  const lines = named.join(', ') + (damaged.length > named.length ? ', …' : '');
  return {
    pattern:
      '{0}: {1} lines are no labels and are not used (lines {2}). Mend or delete them; they are left as they are.',
    values: [path, damaged.length, lines],
  };
}
