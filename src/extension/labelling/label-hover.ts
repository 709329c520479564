import * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import type { Analyses } from '../shared/analyses';
import { commandLink, escapeMarkdown } from '../shared/markdown';
import { twinOf } from '../shared/text-view-uri';
import type { KnownLabels, LabelRowArgument } from './known-labels';
import { scopeText, verdictAndCategory, whoAndWhen } from './label-words';
import type { FiledLabel } from './read-labels';

const removeCommand = 'oddline.removeLabel';

/** The label that holds for a line: what it says, who said it, and how it goes away. */
export function registerLabelHover(analyses: Analyses, known: KnownLabels): vscode.Disposable {
  const provideHover = async ({ uri }: vscode.TextDocument, { line }: vscode.Position) => {
    const log = analyses.get(twinOf(uri));
    if (!log || log.labels.length === 0 || log.lineNow(line + 1) !== line + 1) return undefined;
    const [given] = await analyses
      .ask(log.uri)
      .labelsOfLines({ lines: [(line + 1) as LineNumber] })
      .catch(() => []);
    const filed = given === null || given === undefined ? undefined : known.at(log, given);
    return filed && hoverOf(filed, log.uri.toString());
  };
  return vscode.languages.registerHoverProvider('*', { provideHover });
}

function hoverOf(filed: FiledLabel, uri: string): vscode.Hover {
  const { label } = filed;
  const argument: LabelRowArgument = { uri, filed };
  const lines = [
    `**${escapeMarkdown(verdictAndCategory(label))}** · ${escapeMarkdown(scopeText(label))}`,
    ...(label.note === undefined || label.note === '' ? [] : [escapeMarkdown(label.note)]),
    `${escapeMarkdown(whoAndWhen(label))} · ${commandLink(vscode.l10n.t('Remove Label'), removeCommand, argument)}`,
  ];
  const body = new vscode.MarkdownString(lines.join('\n\n'));
  body.isTrusted = { enabledCommands: [removeCommand] };
  return new vscode.Hover(body);
}
