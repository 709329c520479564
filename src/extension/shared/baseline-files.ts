import * as vscode from 'vscode';
import { logName } from './log-name';
import { quickPickText } from './quick-pick-text';

/** Of the files baselines are kept in; what one really is its content says. */
export const baselineEnding = '.oddline';

/** More in a list help nobody. */
const mostListed = 20;

/** Baseline files in the workspace's folders, by path; those in other places can be chosen as files. */
export async function baselinesOfWorkspace(): Promise<readonly string[]> {
  const found = await searched().catch(beside);
  return found
    .filter(({ scheme }) => scheme === 'file')
    .map(({ fsPath }) => fsPath)
    .sort();
}

async function searched(): Promise<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(`**/*${baselineEnding}`, '**/node_modules/**', mostListed);
}

/** In the folders themselves: builds of VS Code without its search program (ripgrep) cannot look deeper. */
async function beside(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(async ({ uri }) => {
      const entries = await vscode.workspace.fs.readDirectory(uri);
      const files = entries.filter(
        ([name, type]) => type === vscode.FileType.File && name.endsWith(baselineEnding),
      );
      return files.map(([name]) => vscode.Uri.joinPath(uri, name));
    }),
  );
  return found.flat().slice(0, mostListed);
}

/** What a list says of a baseline file: its name, and where it is if not in the workspace's folder itself. */
export function baselineItem(path: string): { readonly label: string; readonly description: string } {
  const name = logName({ path });
  const place = vscode.workspace.asRelativePath(path);
  return { label: quickPickText(name), description: place === name ? '' : quickPickText(place) };
}
