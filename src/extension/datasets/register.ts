import * as vscode from 'vscode';
import { DatasetClient } from '../../node/dataset-worker/dataset-client';
import { beginAnalysis } from '../shared/begin-analysis';
import { registerLogLifetime } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import { LogPanels } from '../shared/log-panels';
import { showInLastingTab, targetLog } from '../shared/log-target';
import { ChosenFiles } from './chosen-files';
import { generate } from './generate';
import { DatasetPage } from './page';
import type { DatasetParts } from './parts';
import { ReportProblems } from './report-problems';
import { DatasetReports } from './reports';
import { validate } from './validate';

/** Of its tabs, which VS Code opens again by it. */
const pageType = 'oddline.datasetExport';

/** Training data: made of a log, made of nothing, checked. */
export function registerDatasets(
  context: vscode.ExtensionContext,
  given: Pick<DatasetParts, 'analyses' | 'consent' | 'output'>,
): void {
  const { extension, globalStorageUri: globalStorage, secrets } = context;
  const client = new DatasetClient(context.asAbsolutePath('dist/dataset-worker.js'));
  const parts: DatasetParts = { ...given, extension, globalStorage, secrets, client };
  const files = new ChosenFiles();
  const panels = new LogPanels({
    type: pageType,
    icon: vscode.Uri.joinPath(context.extensionUri, 'media', 'oddline.svg'),
    column: vscode.ViewColumn.Active,
    title: (uri) => vscode.l10n.t('Export: {0}', logName(uri)),
    page: (panel, uri) => new DatasetPage(panel, uri, files, parts),
  });
  const reports = new DatasetReports();
  const problems = new ReportProblems();
  registerLogLifetime(context, files);
  registerLogLifetime(context, panels);
  context.subscriptions.push(
    ...[files, panels, reports, problems],
    vscode.window.registerWebviewPanelSerializer(pageType, panels),
    vscode.commands.registerCommand('oddline.exportDataset', async (argument: unknown) => {
      const uri = await targetLog(argument);
      if (!uri) return;
      // In a preview tab the log would be closed by the page, and its results with it.
      if (given.analyses.get(uri) && argument === undefined) await showInLastingTab(uri);
      await beginAnalysis(uri, given.analyses);
      panels.open(uri);
    }),
    vscode.commands.registerCommand('oddline.generateDataset', () => generate(parts)),
    vscode.commands.registerCommand('oddline.validateDataset', (argument: unknown, all: unknown) =>
      validate(argument, all, { ...parts, reports, problems }),
    ),
  );
}
