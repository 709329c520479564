import * as vscode from 'vscode';
import type { LearnBaselineRequest } from '../../protocol/baseline';
import type { AnalysedLog } from '../shared/analyses';
import { baselineEnding, baselineItem, baselinesOfWorkspace } from '../shared/baseline-files';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { isAtLeast } from '../shared/severity';

interface OutputItem extends vscode.QuickPickItem {
  readonly request: LearnBaselineRequest | 'new';
}

/** Where what is learned of a log goes: a new file, or one that others use already. Undefined when nothing was chosen. */
export async function chooseOutput(log: AnalysedLog): Promise<LearnBaselineRequest | undefined> {
  const used = log.scope.baselines.filter((path) => path.endsWith(baselineEnding));
  const others = (await baselinesOfWorkspace()).filter((path) => !used.includes(path));
  if (used.length + others.length === 0) return chooseNewFile(log);
  const newFile: OutputItem = {
    label: `$(new-file) ${vscode.l10n.t('A new baseline file…')}`,
    request: 'new',
  };
  const items = [...used.flatMap(outdatedItems), newFile, ...others.map(addItem)];
  const title = vscode.l10n.t('Where to keep what {0} looks like', logName(log.uri));
  const chosen = await vscode.window.showQuickPick(items, { title, ...warningOf(log) });
  return chosen?.request === 'new' ? chooseNewFile(log) : chosen?.request;
}

/** Of a baseline the log was judged by, and may no longer fit. */
function outdatedItems(path: string): OutputItem[] {
  const { label, description } = baselineItem(path);
  return [
    addItem(path),
    {
      label: `$(replace) ${vscode.l10n.t('Replace {0}', label)}`,
      description,
      detail: vscode.l10n.t('It forgets the logs it was learned from.'),
      request: { output: path },
    },
  ];
}

function addItem(path: string): OutputItem {
  const { label, description } = baselineItem(path);
  return {
    label: `$(add) ${vscode.l10n.t('Add to {0}', label)}`,
    description,
    request: { output: path, merge: [path] },
  };
}

/** What is learned counts as normal, trouble too. */
function warningOf({ findings }: AnalysedLog): { readonly placeHolder?: string } {
  const severe = findings.filter(({ severity }) => isAtLeast(severity, 'high')).length;
  if (severe === 0) return {};
  return {
    placeHolder: localise({
      pattern: 'The log has {0} anomalies of high severity and more; they will count as normal.',
      values: [severe],
    }),
  };
}

async function chooseNewFile(log: AnalysedLog): Promise<LearnBaselineRequest | undefined> {
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the baseline'),
    saveLabel: vscode.l10n.t('Learn'),
    defaultUri: defaultFile(log.uri),
    filters: { [vscode.l10n.t('Oddline baseline')]: [baselineEnding.slice(1)] },
  });
  if (!chosen) return undefined;
  if (chosen.scheme === 'file') return { output: chosen.fsPath };
  void vscode.window.showWarningMessage(
    vscode.l10n.t('A baseline can only be kept in a file on disk. Choose another place.'),
  );
  return undefined;
}

/** Beside the log; of a log that is no file in the workspace. */
function defaultFile(uri: vscode.Uri): vscode.Uri {
  const name = `${logName(uri)}${baselineEnding}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (uri.scheme === 'file' || !folder) return vscode.Uri.joinPath(vscode.Uri.file(uri.fsPath), '..', name);
  return vscode.Uri.joinPath(folder, name);
}
