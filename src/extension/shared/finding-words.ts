import * as vscode from 'vscode';
import type { DetectorId, Severity } from '../../engine/model/finding';

export function severityTitle(severity: Severity): string {
  switch (severity) {
    case 'critical':
      return vscode.l10n.t('Critical anomaly');
    case 'high':
      return vscode.l10n.t('High anomaly');
    case 'medium':
      return vscode.l10n.t('Medium anomaly');
    case 'low':
      return vscode.l10n.t('Low anomaly');
  }
}

export function detectorName(detector: DetectorId): string {
  switch (detector) {
    case 'rarity':
      return vscode.l10n.t('template rarity');
    case 'level':
      return vscode.l10n.t('level and failure words');
    case 'isolation-forest':
      return vscode.l10n.t('Isolation Forest');
    case 'volume':
      return vscode.l10n.t('volume');
    case 'sequence':
      return vscode.l10n.t('sequence');
    case 'parameter':
      return vscode.l10n.t('parameter');
    case 'rules':
      return vscode.l10n.t('rule');
  }
}
