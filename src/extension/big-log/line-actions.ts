import * as vscode from 'vscode';
import type { LineActionRequest } from '../../protocol/big-log';
import type { ViewLine } from '../../protocol/log-lines';
import { sourcePlaceOf } from '../shared/source-lines';
import type { BigLogDocument } from './document';
import type { BigLogParts } from './parts';

/** Commands that take a LineArgument. */
const lineCommands = {
  hideLike: 'oddline.hideLinesLikeThis',
  showOnlyLike: 'oddline.showOnlyLinesLikeThis',
  highlightLike: 'oddline.highlightLinesLikeThis',
  toggleBookmark: 'oddline.toggleBookmark',
  editNote: 'oddline.editNote',
  markAnomalous: 'oddline.markAnomalous',
  markNormal: 'oddline.markNormal',
} as const;

/** What a line offers, done by the commands that both editors share. */
export async function act(
  { action, line, text }: LineActionRequest,
  document: BigLogDocument,
  parts: BigLogParts,
): Promise<void> {
  const { uri } = document;
  const run = (command: string, argument: unknown) => vscode.commands.executeCommand(command, argument);
  switch (action) {
    case 'unfold':
      return unfold(line, document, parts);
    case 'unfoldTemplate':
      return unfoldTemplate(line, document, parts);
    case 'openLink':
      if (text !== null) await run('oddline.followLink', { uri: uri.toString(), text });
      return;
    default:
      await run(lineCommands[action], { uri: uri.toString(), line: line + 1 });
  }
}

function unfold(line: ViewLine, { uri, progress }: BigLogDocument, { readings }: BigLogParts): void {
  const { unfolded } = readings.of(uri);
  const place = sourcePlaceOf(line, progress.sourceLines);
  // A run is found by its line alone: what it holds may be another when the log is judged anew.
  readings.change(uri, { unfolded: [...unfolded, { ...place, key: '', ordinal: 0 }] });
}

async function unfoldTemplate(
  line: ViewLine,
  { uri }: BigLogDocument,
  { analyses, readings }: BigLogParts,
): Promise<void> {
  if (!analyses.get(uri)) return;
  const details = await analyses.ask(uri).detailsOfLine(line);
  if (!details) return;
  const { unfoldedTemplates } = readings.of(uri);
  readings.change(uri, { unfoldedTemplates: [...unfoldedTemplates, details.pieces] });
}
