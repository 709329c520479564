import * as vscode from 'vscode';
import { logName } from './log-name';
import { quickPickText } from './quick-pick-text';

/** Of the files baselines are kept in; what one really is its content says. */
export const baselineEnding = '.oddline';

/** More in a list help nobody. */
const mostListed = 20;

/** Baseline files in the workspace's folders, by path; those in other places can be chosen as files. */
export async function baselinesOfWorkspace(): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(`**/*${baselineEnding}`, '**/node_modules/**', mostListed);
  return found
    .filter(({ scheme }) => scheme === 'file')
    .map(({ fsPath }) => fsPath)
    .sort();
}

/** What a list says of a baseline file: its name, and where it is if not in the workspace's folder itself. */
export function baselineItem(path: string): { readonly label: string; readonly description: string } {
  const name = logName({ path });
  const place = vscode.workspace.asRelativePath(path);
  return { label: quickPickText(name), description: place === name ? '' : quickPickText(place) };
}
