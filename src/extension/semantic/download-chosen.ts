import * as vscode from 'vscode';
import {
  type DownloadableModel,
  downloadableModels,
  modelHost,
} from '../../node/semantic/downloadable-models';
import { downloadModel } from '../../node/semantic/model-download';
import { formatNumber } from '../shared/localise';
import { tellFailure } from './asking';
import { tryFolder } from './choose-folder';
import type { SemanticParts } from './parts';

const host = new URL(modelHost).host;

/** True where a model was chosen, agreed to, downloaded whole and loaded. */
export async function downloadChosen(parts: SemanticParts): Promise<boolean> {
  const model = await chooseModel();
  if (model === undefined || !(await agreesTo(model))) return false;
  const folder = vscode.Uri.joinPath(parts.storageUri, 'semantic', 'models', ...model.id.split('/')).fsPath;
  return (await download(model, folder, parts)) && tryFolder(folder, parts);
}

async function chooseModel(): Promise<DownloadableModel | undefined> {
  const items = downloadableModels.map((model) => ({
    label: model.id,
    description: vscode.l10n.t('up to {0} MB', model.megabytes),
    detail:
      model.understands === 'English'
        ? vscode.l10n.t('Understands English')
        : vscode.l10n.t('Understands English, Chinese and 48 more languages'),
    model,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Download which model?') }))?.model;
}

/** Nobody is asked for anything before this is agreed to. */
async function agreesTo({ id, megabytes }: DownloadableModel): Promise<boolean> {
  const download = vscode.l10n.t('Download');
  const detail = vscode.l10n.t(
    '{0} learns this machine’s address and which model it gets. Up to {1} MB are kept in VS Code’s storage for extensions; the model then runs here, and no log leaves the machine.',
    host,
    megabytes,
  );
  const text = vscode.l10n.t('Download {0} from {1}?', id, host);
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, download)) === download;
}

function download(model: DownloadableModel, folder: string, parts: SemanticParts): Thenable<boolean> {
  const title = vscode.l10n.t('Downloading {0}', model.id);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    let told = 0;
    const onBytes = (bytes: number, of: number) => {
      const percent = Math.floor((100 * bytes) / of);
      if (percent === told) return;
      const message = vscode.l10n.t(
        '{0} of {1} MB',
        formatNumber(Math.round(bytes / 1e6)),
        Math.ceil(of / 1e6),
      );
      progress.report({ increment: percent - told, message });
      told = percent;
    };
    try {
      await downloadModel(model, folder, { signal: controller.signal, onBytes });
      return true;
    } catch (error) {
      if (!controller.signal.aborted) tellFailure(error, parts);
      return false;
    }
  });
}
