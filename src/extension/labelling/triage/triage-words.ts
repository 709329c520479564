import * as vscode from 'vscode';
import { namingDetectors } from '../../../protocol/detector-words';
import { counted } from '../../../protocol/sentence';
import type { AnalysedLog } from '../../shared/analyses';
import { severityTitle } from '../../shared/finding-words';
import { formatNumber, localise, localiseQuoted } from '../../shared/localise';
import { proposedIncident, reachOf, type TriageItem } from './items';

/** Why a person is to look at it. */
export function whyText({ finding, proposal }: TriageItem, log: Pick<AnalysedLog, 'incidents'>): string {
  if (proposal) {
    const told = proposedIncident(proposal.subject, log);
    const why = localise(namingDetectors(proposal.why, localise));
    return told ? `${why} ${localiseQuoted(told)}` : why;
  }
  if (!finding) return '';
  const [reason] = finding.reasons;
  return [severityTitle(finding.severity), ...(reason ? [localiseQuoted(reason.message)] : [])].join(': ');
}

/** How much one key says. */
export function reachText(item: TriageItem, log: AnalysedLog): string {
  const records = reachOf(item, log);
  if (records === 1) return vscode.l10n.t('one line');
  switch (item.proposal?.subject.kind) {
    case 'session':
      return vscode.l10n.t('{0} lines of sessions like this', formatNumber(records));
    case 'incident':
      return vscode.l10n.t('{0} lines of this incident', formatNumber(records));
    default:
      return vscode.l10n.t('{0} lines of this kind', formatNumber(records));
  }
}

export function keysText(): string {
  return vscode.l10n.t('y anomalous · n normal · s skip · Esc end');
}

/** The keys with what they do, for the tooltip and for whoever has it read aloud. */
export function allKeysText(): string {
  return [
    vscode.l10n.t('y: anomalous, with all lines of this kind; Shift+Y: this line only'),
    vscode.l10n.t('n: normal, with all lines of this kind; Shift+N: this line only'),
    vscode.l10n.t('c: anomalous, with a category and a note'),
    vscode.l10n.t('s or Down: the next; Up: back'),
    vscode.l10n.t('u: take the last label back; Esc: end'),
  ].join('\n');
}

/** How far somebody is. */
export interface TriageProgress {
  /** Given since it began. */
  readonly labelled: number;
  /** What is still to be looked at, with what is looked at now; null where nobody can know, as each label changes what is worth another. */
  readonly left: number | null;
}

/** What is left, or where that is not known, what was done. */
export function progressText({ labelled, left }: TriageProgress): string {
  if (left !== null) return vscode.l10n.t('{0} to label', formatNumber(left));
  return localise(counted(labelled, '1 label given', '{0} labels given'));
}

export function endText({ labelled, left }: TriageProgress): string {
  const done =
    labelled === 1
      ? vscode.l10n.t('Triage ended: 1 label given')
      : vscode.l10n.t('Triage ended: {0} labels given', formatNumber(labelled));
  if (left === null) return done;
  const rest = left === 0 ? vscode.l10n.t('nothing is left') : progressText({ labelled, left });
  return `${done} · ${rest}`;
}
