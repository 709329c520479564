import type * as vscode from 'vscode';
import type { FormatGesture } from '../../protocol/understanding';
import { openDocument } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { logOf } from '../shared/understood-uri';
import { stretchOf } from './page';
import type { UnderstoodDocuments } from './understood-documents';

type Stretch = Pick<FormatGesture, 'text' | 'start' | 'end'>;

export interface ShownStretch {
  readonly log: vscode.Uri;
  readonly stretch: Stretch;
}

/** Of a longer line only as much as the selection needs is sent to the worker. */
const longestText = 1 << 16;

/** What is selected of a line of a log, there or where it is shown as understood; of a selection over several lines the first. */
export function shownStretch(
  editor: vscode.TextEditor,
  documents: UnderstoodDocuments,
  analyses: Analyses,
): ShownStretch | undefined {
  const { document, selection } = editor;
  if (selection.isEmpty) return undefined;
  const { text } = document.lineAt(selection.start.line);
  const start = selection.start.character;
  const end = selection.isSingleLine ? selection.end.character : text.length;
  const log = logOf(document.uri);
  if (log === document.uri) return { log, stretch: cut({ text, start, end }) };
  const line = documents.page(document.uri)?.lines[selection.start.line];
  const shown = line && stretchOf(line, start, end);
  return shown && { log, stretch: cut(inLog(log, shown, analyses)) };
}

/** In the line itself where it is at hand: as shown it may be cut, or be without what wraps it. */
function inLog(log: vscode.Uri, shown: Stretch & { readonly line: number }, analyses: Analyses): Stretch {
  const { text, start, end } = shown;
  const line = analyses.get(log)?.lineNow(shown.line) ?? shown.line;
  const document = openDocument(log);
  const whole = document && line <= document.lineCount ? document.lineAt(line - 1).text : '';
  const at = whole.indexOf(text);
  return at < 0 ? { text, start, end } : { text: whole, start: at + start, end: at + end };
}

function cut({ text, start, end }: Stretch): Stretch {
  return { text: text.slice(0, Math.max(longestText, end + 1)), start, end };
}
