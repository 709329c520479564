import * as vscode from 'vscode';
import type { DatasetReport } from '../../engine/dataset/check/dataset-report';
import { datasetPaths } from '../../node/datasets/dataset-paths';
import { formatNumber, localise } from '../shared/localise';
import type { DatasetParts } from './parts';
import type { ReportProblems } from './report-problems';
import { verdictText } from './report-text';
import type { DatasetReports } from './reports';
import { tellTrouble, withTask } from './with-task';

const named = 'Validating a data set';

export interface ValidateParts extends Pick<DatasetParts, 'client' | 'output'> {
  readonly reports: DatasetReports;
  readonly problems: ReportProblems;
}

/** Of what menus hand over, else of what is chosen. Resolves with what was found, undefined where it was given up or failed, which is told. */
export async function validate(
  argument: unknown,
  all: unknown,
  { client, output, reports, problems }: ValidateParts,
): Promise<DatasetReport | undefined> {
  const chosen = urisOf(argument, all) ?? (await askFiles());
  if (chosen.length === 0) return undefined;
  try {
    const paths = await datasetPaths(chosen.map(({ fsPath }) => fsPath));
    if (paths.length === 0) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('There is no file of a data set here. Choose files that end in .jsonl or .csv.'),
      );
      return undefined;
    }
    // What was just written keeps to the limit it was written by.
    const maxTokens = argument !== undefined && all === undefined ? null : await askLimit();
    if (maxTokens === undefined) return undefined;
    const title = vscode.l10n.t('Checking the data set');
    const report = await withTask({ title, named }, output, (handle) =>
      client.check({ paths, maxTokens }, handle),
    );
    if (!report) return undefined;
    problems.tell(report);
    await reports.show(report);
    tellVerdict(report);
    return report;
  } catch (error) {
    tellTrouble(error, named, output);
    return undefined;
  }
}

/** The explorer hands over what was clicked and all that is selected. */
function urisOf(argument: unknown, all: unknown): readonly vscode.Uri[] | undefined {
  const uris = Array.isArray(all) && all.length > 0 ? all : [argument];
  const files = uris.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri && uri.scheme === 'file');
  return files.length === 0 ? undefined : files;
}

async function askFiles(): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the files of a data set: train, validation and test together'),
    openLabel: vscode.l10n.t('Validate'),
    canSelectMany: true,
    filters: { [vscode.l10n.t('Data sets')]: ['jsonl', 'csv', 'gz', 'zst'] },
  });
  return chosen?.filter(({ scheme }) => scheme === 'file') ?? [];
}

/** Null: no limit. Undefined where a person gave up. */
async function askLimit(): Promise<number | null | undefined> {
  const isRight = (text: string) => /^\s*\d{0,9}\s*$/.test(text);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Most tokens an example may have'),
    // A message that goes must not take it along.
    ignoreFocusOut: true,
    prompt: vscode.l10n.t('A token is counted as 4 characters or one ideograph. Empty: no limit.'),
    validateInput: (value) =>
      isRight(value) ? undefined : vscode.l10n.t('Type a whole number, or nothing.'),
  });
  if (text === undefined) return undefined;
  return Number(text) > 0 ? Number(text) : null;
}

function tellVerdict({ issues, files }: DatasetReport): void {
  const text = verdictText(issues, files, { tell: localise, number: formatNumber });
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  if (hasErrors) void vscode.window.showWarningMessage(text);
  else void vscode.window.showInformationMessage(text);
}
