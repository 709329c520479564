import type * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import { linePlace, tellNoLine } from '../shared/caret-place';
import { isLineArgument } from '../shared/finding-argument';
import type { LogEditors, SelectedLineNumbers } from '../shared/log-editors';
import { selectedAround, selectedLines } from '../shared/selected-lines';
import type { Piece } from './pieces';

interface Selected {
  readonly uri: vscode.Uri;
  readonly piece: Piece;
}

/** Of a selection the lines, in VS Code's editor or ours; where a menu was opened on another line, that, else the caret's. Undefined, and it is told, where there is none. */
export async function selectedPiece(argument: unknown, editors: LogEditors): Promise<Selected | undefined> {
  const selected = isLineArgument(argument)
    ? await selectedAround(argument, editors)
    : await selectedLines(editors);
  if (selected) return pieceOf(selected.uri, selected.stretches ?? [selected]);
  const place = linePlace(argument, editors);
  return place ? pieceOf(place.uri, [{ first: place.line, last: place.line }]) : tellNoLine();
}

function pieceOf(uri: vscode.Uri, lines: readonly SelectedLineNumbers[]): Selected {
  const stretches = lines.map(({ first, last }) => ({
    firstLine: first as LineNumber,
    lastLine: last as LineNumber,
  }));
  return { uri, piece: { kind: 'selection', stretches } };
}
