import type * as vscode from 'vscode';

/** Characters a message to the worker holds at most: copying more than this at once is felt while typing. */
const pieceLength = 1 << 20;
const linesAtOnce = 4000;

/** The document was edited while it was read, so its pieces are of two texts. */
export class TextChangedError extends Error {}

/** What the extension host already holds of a document, read so that no step takes long. */
export type ReadableDocument = Pick<vscode.TextDocument, 'version' | 'lineCount'> & {
  /** Text of the lines from `first` up to `end`, which is not part of it, with their line ends. */
  textOfLines(first: number, end: number): string;
};

export async function* piecesOfDocument(document: ReadableDocument): AsyncGenerator<string> {
  const { version } = document;
  for (let line = 0; line < document.lineCount; line += linesAtOnce) {
    yield* piecesOfText(document.textOfLines(line, line + linesAtOnce));
    if (document.version !== version) throw new TextChangedError();
  }
}

export function* piecesOfText(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start + pieceLength);
    yield text.slice(start, end);
    start = end;
  }
}

/** Never between the halves of a surrogate pair: each piece is encoded by itself. */
function pieceEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}
