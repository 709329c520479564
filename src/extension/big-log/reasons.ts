import * as vscode from 'vscode';
import type { MarkReasons } from '../../protocol/big-log';
import type { AnalysedLog } from '../shared/analyses';
import { findingOnLine } from '../shared/finding-on-line';
import { detectorName, severityTitle } from '../shared/finding-words';
import { localise } from '../shared/localise';
import { repeatsText } from '../shared/repeats-text';

/** Why a line of the view is marked; null where it is not. */
export function reasonsOf(log: AnalysedLog | undefined, line: number): MarkReasons | null {
  const finding = log && findingOnLine(log, line);
  if (!log || !finding) return null;
  const repeats = repeatsText(finding, log.extent);
  const parts = [severityTitle(finding.severity), repeats].filter((part) => part !== '');
  return {
    title: parts.join(' · '),
    severity: finding.severity,
    reasons: finding.reasons.map(
      ({ message, detector }) => `${localise(message)} (${detectorName(detector)})`,
    ),
    hint: finding.hint && vscode.l10n.t('Where to look: {0}', localise(finding.hint)),
  };
}
