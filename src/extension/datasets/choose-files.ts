import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { instructionsIn } from '../../node/datasets/read-instructions';
import type { DatasetLanguage } from '../../protocol/dataset';
import type { ChosenFiles } from './chosen-files';
import { folderWithin } from './folder-within';

export async function chooseFolder(log: vscode.Uri, files: ChosenFiles): Promise<void> {
  const now = files.folderOf(log);
  const chosen = await askFolder(vscode.l10n.t('Where to write the data set'), dirname(now));
  if (chosen !== undefined) files.set(log, { folder: await folderWithin(chosen, basename(now)) });
}

/** On this machine. */
export async function askFolder(title: string, beginsAt: string): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Choose'),
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.Uri.file(beginsAt),
  });
  return chosen?.find(({ scheme }) => scheme === 'file')?.fsPath;
}

export async function chooseLabels(log: vscode.Uri, files: ChosenFiles): Promise<void> {
  const labels = await askFile(
    vscode.l10n.t('Choose the labels of this log'),
    { [vscode.l10n.t('Labels')]: ['jsonl', 'ndjson', 'json', 'csv', 'tsv', 'txt'] },
    log,
  );
  if (labels !== undefined) files.set(log, { labels });
}

export async function chooseInstructions(log: vscode.Uri, files: ChosenFiles): Promise<void> {
  const instructions = await askFile(vscode.l10n.t('Choose your instructions'), { JSON: ['json'] }, log);
  if (instructions !== undefined) files.set(log, { instructions });
}

async function askFile(
  title: string,
  filters: Readonly<Record<string, string[]>>,
  log: vscode.Uri,
): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Choose'),
    filters,
    ...(log.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(log, '..') } : {}),
  });
  return chosen?.find(({ scheme }) => scheme === 'file')?.fsPath;
}

/** Opens the set that was chosen; where there is none, a copy of ours to begin with, which is chosen by it. */
export async function editInstructions(
  log: vscode.Uri,
  files: ChosenFiles,
  language: DatasetLanguage,
): Promise<void> {
  const path = files.of(log).instructions ?? (await writeTemplate(log, files, language));
  if (path === undefined) return;
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

async function writeTemplate(
  log: vscode.Uri,
  files: ChosenFiles,
  language: DatasetLanguage,
): Promise<string | undefined> {
  const name = `instructions-${language}.json`;
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where to keep your instructions'),
    filters: { JSON: ['json'] },
    defaultUri: vscode.Uri.file(join(dirname(files.folderOf(log)), name)),
  });
  if (chosen?.scheme !== 'file') return undefined;
  await writeFile(chosen.fsPath, `${JSON.stringify(instructionsIn(language), null, 2)}\n`);
  files.set(log, { instructions: chosen.fsPath });
  return chosen.fsPath;
}
