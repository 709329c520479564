import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import type { SettingValues } from '../shared/settings';
import { severitiesWorstFirst, severityColours } from '../shared/severity';

type Type = vscode.TextEditorDecorationType;

/** What one severity looks like; left out what a setting switches off. */
export interface SeverityTypes {
  readonly severity: Severity;
  /** Whole lines, continuation lines too. */
  readonly background: Type | undefined;
  /** Beside the first line only. */
  readonly gutter: Type | undefined;
  readonly ruler: Type | undefined;
}

/** Worst first, so that where two meet VS Code draws the worse one. */
export function createDecorationTypes(media: vscode.Uri, settings: SettingValues): readonly SeverityTypes[] {
  return severitiesWorstFirst.map((severity) => ({
    severity,
    background: settings.background ? backgroundType(severity) : undefined,
    gutter: settings.gutter ? gutterType(severity, media) : undefined,
    ruler: settings.overviewRuler ? rulerType(severity) : undefined,
  }));
}

export function disposeDecorationTypes(types: readonly SeverityTypes[]): void {
  for (const { background, gutter, ruler } of types) {
    background?.dispose();
    gutter?.dispose();
    ruler?.dispose();
  }
}

function backgroundType(severity: Severity): Type {
  const { background } = severityColours(severity);
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor(background),
  });
}

function gutterType(severity: Severity, media: vscode.Uri): Type {
  const icon = (theme: string) => ({
    gutterIconPath: vscode.Uri.joinPath(media, `severity-${severity}-${theme}.svg`),
    gutterIconSize: 'contain',
  });
  return vscode.window.createTextEditorDecorationType({ light: icon('light'), dark: icon('dark') });
}

function rulerType(severity: Severity): Type {
  const { foreground } = severityColours(severity);
  return vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor(foreground),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  });
}
