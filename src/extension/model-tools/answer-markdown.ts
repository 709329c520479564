import type { AnswerCitation } from '../../protocol/answer';
import { markedPieces } from '../../protocol/answer-marks';

/** Where a citation leads; undefined where it proves nothing, or cannot be gone to. */
export type LinkOf = (citation: AnswerCitation) => string | undefined;

/**
 * A checked answer as Markdown of VS Code's chat: citations that hold are links, what does not is struck out. `inert`: text in which
 * nothing can be clicked or loaded; it is given all of it, so that it knows what is code.
 */
export function answerMarkdown(
  text: string,
  citations: readonly AnswerCitation[],
  { linkOf, inert }: { readonly linkOf: LinkOf; readonly inert: (markdown: string) => string },
): string {
  const pieces = markedPieces(inert(text)).map((piece) => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind !== 'citation') return '~~';
    const citation = citations[piece.index];
    return citation === undefined ? '' : citationText(citation, linkOf(citation));
  });
  return pieces.join('');
}

/** One that proves nothing stands between strikes already. */
function citationText({ label, isTrue }: AnswerCitation, link: string | undefined): string {
  const shown = shownAsIs(label);
  return !isTrue || link === undefined ? `\\[${shown}\\]` : `[${shown}](${link})`;
}

/** A label may hold the name of a file, which is anybody's text: nothing in it ends the link or is Markdown. */
export function shownAsIs(label: string): string {
  return label
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_~[\]()<>|&#!]/g, '\\$&')
    .replaceAll('://', ':\\//');
}
