import * as vscode from 'vscode';
import { quietText, unusualText } from '../../protocol/overview';
import type { AnalysedLog } from '../shared/analyses';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';

interface Offer {
  readonly title: string;
  readonly command: string;
}

/** Findings speak for themselves by their marks; a log without marks gets an answer and a way on. */
export async function tellVerdict({ uri, report }: AnalysedLog): Promise<void> {
  if (report.verdict === 'findings') return;
  // What is told of the drift says more.
  if (report.drift?.hasDrifted && report.overview.markedLines === 0) return;
  const message = report.verdict === 'quiet' ? quietText : unusualText;
  const offers = report.overview.records === 0 ? [] : offersFor(report.verdict);
  const titles = offers.map((offer) => offer.title);
  // Several logs may be analysed at once, and a message outlasts the tab it came from.
  const text = vscode.l10n.t('{0}: {1}', logName(uri), message(report.overview, localise));
  const chosen = await vscode.window.showInformationMessage(text, ...titles);
  const offer = offers.find(({ title }) => title === chosen);
  if (offer) await vscode.commands.executeCommand(offer.command, uri);
}

function offersFor(verdict: 'quiet' | 'unusual'): readonly Offer[] {
  if (verdict === 'quiet') {
    return [{ title: vscode.l10n.t('Show the Strangest Lines Anyway'), command: 'oddline.showStrangest' }];
  }
  return [
    { title: vscode.l10n.t('Time Range…'), command: 'oddline.analyseTimeRange' },
    { title: vscode.l10n.t('Baseline…'), command: 'oddline.useBaseline' },
    { title: vscode.l10n.t('Strangest Lines'), command: 'oddline.showStrangest' },
  ];
}
