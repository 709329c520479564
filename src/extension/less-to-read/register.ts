import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import type { LineThreads } from '../shared/line-threads';
import type { LogEditors } from '../shared/log-editors';
import { targetLog } from '../shared/log-target';
import type { Readings } from '../shared/readings';
import type { Settings } from '../shared/settings';
import type { ShownLogs } from '../shared/shown-logs';
import { hidesNothing } from '../shared/shown-request';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { filterLog } from './filter-log';
import { FilteredDocuments } from './filtered-documents';
import { FilteredViews } from './filtered-views';
import { RunFolding } from './folding';
import { filterLikeThis, unfoldRun, unfoldTemplate } from './like-this';
import { NativeLogs } from './native-logs';
import type { LessToRead } from './needs';
import { chooseNoise } from './noise-dial';
import { RunMarks } from './run-marks';
import { SavedFilters } from './saved-filters';
import { showFiltered, showOnly } from './show-only';
import { showResult } from './show-result';
import { registerStatusItems } from './status-items';

export interface LessToReadNeeds {
  readonly readings: Readings;
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly settings: Settings;
  readonly shownLogs: ShownLogs;
  readonly threads: LineThreads;
  readonly consent: WorkspaceConsent;
}

/** The noise dial and filters in VS Code's own editor, and their commands for both editors. */
export function registerLessToRead(context: vscode.ExtensionContext, needs: LessToReadNeeds): void {
  const { readings, analyses, editors, shownLogs, threads } = needs;
  const logs = new NativeLogs(shownLogs, readings, (uri) => threads.renew(uri));
  const folding = new RunFolding(logs);
  const runMarks = new RunMarks();
  const documents = new FilteredDocuments(logs);
  const views = new FilteredViews(documents, runMarks, editors, analyses, needs.settings);
  const parts: LessToRead = { readings, analyses, editors, logs, views };
  const saved = new SavedFilters(context.globalStorageUri, needs.consent, parts);
  const markRuns = (editor: vscode.TextEditor) => {
    const { uri } = editor.document;
    if (!documents.of(uri)) runMarks.paint(editor, folding.of(uri));
  };
  context.subscriptions.push(
    logs,
    folding,
    runMarks,
    documents,
    views,
    registerStatusItems(parts),
    readings.onDidChange(({ uri, reading, former }) => {
      if (hidesNothing(reading) && !hidesNothing(former)) void views.close(uri);
    }),
    folding.onDidChangeFoldingRanges(() => vscode.window.visibleTextEditors.forEach(markRuns)),
    vscode.window.onDidChangeVisibleTextEditors((shown) => shown.forEach(markRuns)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => markRuns(textEditor)),
    ...Object.entries(commands(parts, saved)).map(([name, run]) =>
      vscode.commands.registerCommand(name, run),
    ),
  );
  logs.followOpen();
}

function commands(
  parts: LessToRead,
  saved: SavedFilters,
): Readonly<Record<string, (argument: unknown) => unknown>> {
  const { readings, analyses, views } = parts;
  const onLog = (work: (uri: vscode.Uri) => unknown) => async (argument: unknown) => {
    const uri = await targetLog(argument);
    if (uri) await work(uri);
  };
  const onActive = (work: (uri: vscode.Uri) => unknown) => (argument: unknown) => {
    const uri = argument instanceof vscode.Uri ? argument : activeUri();
    return uri && work(uri);
  };
  return {
    'oddline.chooseNoise': onLog((uri) => chooseNoise(uri, parts)),
    'oddline.filterLog': onLog((uri) => filterLog(uri, parts)),
    'oddline.hideLinesLikeThis': (argument) => filterLikeThis('exclude', argument, parts),
    'oddline.showOnlyLinesLikeThis': (argument) => filterLikeThis('include', argument, parts),
    'oddline.showOnly': (argument) => showOnly(argument, parts),
    'oddline.showFiltered': (argument) => showFiltered(argument, parts),
    'oddline.clearFilter': onActive((uri) => readings.change(uri, { filter: { clauses: [], context: 0 } })),
    'oddline.showFilteredView': onActive((uri) =>
      showResult(uri, Math.max(1, analyses.caretLine(uri)), parts),
    ),
    'oddline.saveFilter': onActive((uri) => saved.save(uri)),
    'oddline.useSavedFilter': onLog((uri) => saved.use(uri)),
    'oddline.unfoldRun': (argument) => unfoldRun(argument, parts),
    'oddline.unfoldTemplate': (argument) => unfoldTemplate(argument, parts),
    'oddline.goToShownLine': () => views.goToLog(),
  };
}
