import * as vscode from 'vscode';
import type { FieldChoice } from '../../protocol/text-views';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import { TextViewDocuments, textOf } from '../shared/text-view-documents';
import { columnsScheme, columnsUri, twinOf } from '../shared/text-view-uri';
import { ChosenFields } from './chosen-fields';
import { ColumnsInPlace, type ColumnsParts } from './columns-in-place';

const chooseCommand = 'oddline.chooseColumns';

/** Of a log, to find its fields. */
const sampledChars = 2_000_000;

/** Logs of JSON lines and logfmt as columns, line by line beside the log. */
export function registerColumns(context: vscode.ExtensionContext, parts: ColumnsParts): void {
  const { views } = parts;
  const chosen = new ChosenFields(context.globalState);
  const fieldsOf = (text: string) => views.fieldsOf(text.slice(0, sampledChars));
  const documents = new TextViewDocuments(columnsScheme, columnsUri, async (text) =>
    views.asColumns(text, chosen.of(await fieldsOf(text))),
  );
  /** Of a log that has any; tells where it has none. */
  const fieldsOfLog = async (argument: unknown) => {
    const log = await targetLog(argument);
    const document = log && (await textOf(log));
    const fields = document ? await fieldsOf(document.getText()) : [];
    if (log && document && fields.length === 0) tellNoFields(log);
    return log && fields.length > 0 ? { log, fields } : undefined;
  };
  const inPlace = new ColumnsInPlace(parts, chosen, tellNoFields);
  const show = async (argument: unknown) => {
    const shown = inPlace.logOf(argument);
    if (shown) return inPlace.toggle(shown);
    const found = await fieldsOfLog(argument);
    if (found) await documents.show(found.log);
  };
  const choose = async (argument: unknown) => {
    const shown = inPlace.logOf(argument);
    if (shown) return inPlace.choose(shown);
    const found = await fieldsOfLog(argument);
    if (!found || !(await chosen.choose(found.fields))) return;
    documents.remake(found.log);
    await documents.show(found.log);
  };
  context.subscriptions.push(
    documents,
    vscode.commands.registerCommand('oddline.showAsColumns', show),
    vscode.commands.registerCommand(chooseCommand, choose),
    vscode.languages.registerCodeLensProvider(
      { scheme: columnsScheme },
      { provideCodeLenses: async (document) => namesAbove(document, chosen, fieldsOf) },
    ),
  );
}

/** The names of the columns: a line for them would put every line one further down than in the log. */
async function namesAbove(
  { uri }: vscode.TextDocument,
  chosen: ChosenFields,
  fieldsOf: (text: string) => Promise<readonly FieldChoice[]>,
): Promise<vscode.CodeLens[]> {
  const log = await vscode.workspace.openTextDocument(twinOf(uri));
  const names = chosen.of(await fieldsOf(log.getText()));
  const title = vscode.l10n.t('Choose Columns: {0}', names.join(' · '));
  const place = new vscode.Range(0, 0, 0, 0);
  return [new vscode.CodeLens(place, { title, command: chooseCommand, arguments: [log.uri] })];
}

function tellNoFields(log: vscode.Uri): void {
  const text = vscode.l10n.t('{0} has no lines of JSON or logfmt, so it has no columns.', logName(log));
  void vscode.window.showInformationMessage(text);
}
