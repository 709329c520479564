import * as vscode from 'vscode';
import type { DetectorId, Severity } from '../../engine/model/finding';
import { detectorWord } from '../../protocol/detector-words';
import { localise } from './localise';

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
  return detectorWord(detector, localise);
}
