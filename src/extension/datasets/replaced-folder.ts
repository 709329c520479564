import * as vscode from 'vscode';
import { isUsableFolder } from '../../node/datasets/folder-use';
import { holdsDataset } from '../../node/datasets/holds-dataset';
import { InputError } from '../../protocol/input-error';
import { logName } from '../shared/log-name';

/** Whether what is in the folder is replaced; undefined where a person does not want that. Throws InputError where it cannot be written to. */
export async function agreedFolder(
  out: string,
  sources: readonly string[],
): Promise<{ readonly replaces: boolean } | undefined> {
  try {
    await isUsableFolder(out, { replaces: false, sources });
    return { replaces: false };
  } catch (error) {
    const isTaken = error instanceof InputError && error.code === 'export-folder-taken';
    if (!isTaken || !(await holdsDataset(out))) throw error;
    return (await agrees(out)) ? { replaces: true } : undefined;
  }
}

async function agrees(out: string): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is a data set in {0}. Replace it?', logName({ path: out })),
    {
      modal: true,
      detail: vscode.l10n.t('Its files of the same names are written anew; others in the folder stay.'),
    },
    replace,
  );
  return chosen === replace;
}
