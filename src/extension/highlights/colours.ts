import type { Highlight, HighlightColour } from '../../protocol/reading';

export const highlightColours: readonly HighlightColour[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** As the manifest contributes them. */
export const highlightBackgrounds: Readonly<Record<HighlightColour, string>> = {
  1: 'oddline.highlight1Background',
  2: 'oddline.highlight2Background',
  3: 'oddline.highlight3Background',
  4: 'oddline.highlight4Background',
  5: 'oddline.highlight5Background',
  6: 'oddline.highlight6Background',
  7: 'oddline.highlight7Background',
  8: 'oddline.highlight8Background',
};

/**
 * A word has the same colour in every log and session, as long as none of those highlighted beside it has it; then the next free one,
 * and when all eight are taken its own again.
 */
export function colourOf(name: string, taken: readonly HighlightColour[]): HighlightColour {
  const own = hashOf(name) % highlightColours.length;
  const inTurn = highlightColours.map((_, step) => highlightColours[(own + step) % highlightColours.length]);
  return inTurn.find((colour) => !taken.includes(colour)) ?? inTurn[0];
}

/** Highlighted again, it is highlighted no more. */
export function toggled(highlights: readonly Highlight[], wanted: NewHighlight): readonly Highlight[] {
  const name = nameOf(wanted);
  const others = highlights.filter((one) => nameOf(one) !== name);
  if (others.length < highlights.length) return others;
  const colour = colourOf(
    name,
    others.map((one) => one.colour),
  );
  return [...others, { ...wanted, colour }];
}

type WithoutColour<One> = One extends Highlight ? Omit<One, 'colour'> : never;
export type NewHighlight = WithoutColour<Highlight>;

function nameOf(highlight: NewHighlight): string {
  return highlight.kind === 'word' ? `word ${highlight.text}` : `template ${highlight.pieces.join('')}`;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
