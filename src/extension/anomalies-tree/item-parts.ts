import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import { severityColours, severityIcons } from '../shared/severity';

/** Not a pair of pictures: in Light High Contrast rows of VS Code 1.103 take the one for dark themes. */
export function severityIcon(severity: Severity): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    severityIcons[severity],
    new vscode.ThemeColor(severityColours(severity).foreground),
  );
}

export function collapsible(open: boolean): vscode.TreeItemCollapsibleState {
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** A row's command shows its title to nobody. */
export function command(id: string, ...args: unknown[]): vscode.Command {
  return { title: '', command: id, arguments: args };
}
