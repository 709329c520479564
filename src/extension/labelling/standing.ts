import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { type LabelMeasures, standingSentences } from '../shared/label-measures';
import { localise } from '../shared/localise';
import type { TriageMode } from './triage/register';

/** Labels given closer together than this are measured once. */
const settleMs = 1500;

/** While a log is gone through: how far its labels reach and what they make of the detectors, in the status bar. */
export class Standing implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'oddline.labels',
    vscode.StatusBarAlignment.Left,
    0,
  );
  private readonly subscription: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private asked: AbortController | undefined;
  /** What the labels were when they were measured last. */
  private measured: AnalysedLog['labels'] | undefined;

  constructor(
    private readonly analyses: Analyses,
    private readonly measures: LabelMeasures,
    private readonly triage: TriageMode,
  ) {
    this.item.name = vscode.l10n.t('Oddline Labels');
    this.item.command = 'oddline.labels.focus';
    const update = () => this.update();
    this.subscription = vscode.Disposable.from(
      analyses.onDidChange(update),
      measures.onDidChange(update),
      triage.onDidChange(update),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.subscription.dispose();
    this.item.dispose();
  }

  private update(): void {
    const uri = this.triage.uri;
    const log = uri && this.analyses.get(uri);
    if (log) this.measureSoon(log);
    const told = log ? standingSentences(log.report.labels, this.measures.of(log.uri), log.weights) : [];
    if (told.length > 0) this.show(told.map(localise));
    else this.item.hide();
  }

  private show(told: readonly string[]): void {
    this.item.text = told.join(' · ');
    this.item.tooltip = vscode.l10n.t('Oddline: show the labels');
    this.item.accessibilityInformation = { label: `Oddline: ${told.join(', ')}`, role: 'button' };
    this.item.show();
  }

  private measureSoon(log: AnalysedLog): void {
    if (this.measured === log.labels || log.labels.length === 0) return;
    this.measured = log.labels;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.measure(log), settleMs);
  }

  /** Where the worker has ended, nothing is told: the bar then says what is known. */
  private async measure({ uri }: AnalysedLog): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    try {
      const outcome = await this.analyses.ask(uri).learnWeights(asked.signal);
      if (!asked.signal.aborted)
        this.measures.set(uri, outcome.kind === 'learned' ? outcome.learned : undefined);
    } catch {
      this.measures.set(uri, undefined);
    }
  }
}
