import * as vscode from 'vscode';
import type { FormatGesture } from '../../protocol/understanding';
import { activeUri } from '../shared/active-uri';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { LogCorrections } from '../shared/log-corrections';
import type { LogEditors } from '../shared/log-editors';
import { understoodUri } from '../shared/understood-uri';
import { forgetShown } from './forgetting';
import { watchFormats } from './format-staleness';
import { learnFromStretch } from './gestures';
import { PageLinks } from './page-links';
import { PageMarks } from './page-marks';
import { type ShownStretch, shownStretch } from './shown-stretch';
import { registerStatusItem } from './status-item';
import { targetOf } from './target';
import { UnderstoodDocuments } from './understood-documents';

const gestures: Readonly<Record<string, FormatGesture['role']>> = {
  'oddline.thisIsTheTimeStamp': 'time',
  'oddline.thisIsTheLevel': 'level',
  'oddline.thisIsTheId': 'id',
  'oddline.thisIsTheRecordStart': 'recordStart',
};

/** VS Code says what was understood of a log, and is told what was not. */
export function registerUnderstanding(
  context: vscode.ExtensionContext,
  analyses: AnalysedLogs,
  corrections: LogCorrections,
  editors: LogEditors,
): void {
  const documents = new UnderstoodDocuments(analyses);
  const register = vscode.commands.registerCommand;
  const learn = async (role: FormatGesture['role']): Promise<AnalysedLog | undefined> => {
    const editor = vscode.window.activeTextEditor;
    const stretch = editor ? shownStretch(editor, documents, analyses) : await stretchInOurs(editors);
    if (stretch) return learnFromStretch(role, stretch, { analyses, corrections });
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the text in a line of the log first.'));
    return undefined;
  };
  context.subscriptions.push(
    documents,
    new PageMarks(documents),
    new PageLinks(documents, analyses),
    registerStatusItem(analyses),
    watchFormats(analyses, corrections),
    register('oddline.whatWasUnderstood', (argument: unknown) => showUnderstood(argument, analyses)),
    register('oddline.forgetShown', (argument: unknown) => forgetShown(argument, analyses, corrections)),
    ...Object.entries(gestures).map(([command, role]) => register(command, () => learn(role))),
  );
}

/** What is selected in the big-log editor in front. */
async function stretchInOurs(editors: LogEditors): Promise<ShownStretch | undefined> {
  const log = activeUri();
  const stretch = log && (await editors.of(log)?.selected?.());
  return stretch && { log, stretch };
}

/** Beside the log; a log without results is analysed first. */
async function showUnderstood(argument: unknown, analyses: Analyses): Promise<void> {
  const target = targetOf(argument, analyses);
  const known = target && analyses.get(target);
  const log = known ?? (await vscode.commands.executeCommand<AnalysedLog | undefined>(detect, target));
  if (!log) return;
  const uri = understoodUri(log.uri);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  const document = await vscode.workspace.openTextDocument(uri);
  const page = await vscode.languages.setTextDocumentLanguage(document, pageLanguage);
  await vscode.window.showTextDocument(page, { viewColumn, preview: false });
}

const detect = 'oddline.detectAnomalies';
/** Only for how VS Code shows it: wrapped, and with no numbers but those of the log. See `configurationDefaults`. */
const pageLanguage = 'oddline-understood';
