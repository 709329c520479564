import * as vscode from 'vscode';
import type { CorrectionOutcome, TemplateCorrection } from '../../engine/templates/corrections/correction';
import { type KeptCorrection, saysSame } from '../../node/store/templates';
import type { AnalysisReport } from '../../protocol/analysis';
import type { Analyses } from '../shared/analyses';
import { tellCorrectionFailure } from '../shared/correction-problems';
import type { LogCorrections } from '../shared/log-corrections';

export interface Corrected {
  readonly kept: KeptCorrection;
  /** Folder of the store. */
  readonly folder: string;
  /** Undefined while the log is not grouped by it yet: an analysis of it still runs. */
  readonly outcome: CorrectionOutcome | undefined;
  /** Earlier corrections that no longer hold because of it. */
  readonly overruled: number;
}

export interface ListedCorrection {
  readonly kept: KeptCorrection;
  readonly outcome: CorrectionOutcome | undefined;
}

/** Keeps what is said about templates, and groups the analysed logs by what is kept, without reading them again. */
export class Corrector {
  /** By log: regrouping one after the other, so that the last one heeds all that is kept. */
  private readonly last = new Map<string, Promise<void>>();
  private readonly upToDate = new WeakSet<AnalysisReport>();

  constructor(
    private readonly analyses: Analyses,
    private readonly corrections: LogCorrections,
  ) {}

  /** Undefined when it could not be kept, which the user was told. */
  async correct(uri: vscode.Uri, correction: TemplateCorrection): Promise<Corrected | undefined> {
    const kept = { ...correction, at: new Date().toISOString() };
    return this.told(async () => {
      const folder = await this.corrections.addTemplate(uri, kept);
      await this.regroupOrRunAgain(uri);
      return { kept, folder, ...this.outcomeOf(uri, kept) };
    });
  }

  /** Whether it was taken back. */
  async takeBack(uri: vscode.Uri, correction: KeptCorrection): Promise<boolean> {
    const done = await this.told(async () => {
      await this.corrections.removeTemplate(uri, correction);
      await this.regroupOrRunAgain(uri);
      return true;
    });
    return done === true;
  }

  /** All that are kept and may speak of the log, in the order in which they are applied. */
  async list(uri: vscode.Uri): Promise<readonly ListedCorrection[]> {
    const { templates } = await this.corrections.of(uri);
    return templates.map((kept) => ({ kept, outcome: this.outcomeOf(uri, kept).outcome }));
  }

  /** After what is kept has changed. */
  regroupAll(): void {
    for (const { uri } of this.analyses.all()) this.regroupUnasked(uri);
  }

  /** Results may come from a run that began before what is kept changed. */
  regroupNew(): void {
    for (const { uri, report } of this.analyses.all()) {
      if (this.upToDate.has(report)) continue;
      this.upToDate.add(report);
      this.regroupUnasked(uri);
    }
  }

  /** A log whose worker has ended stays as it is until it is run again: nobody asked for that. */
  private regroupUnasked(uri: vscode.Uri): void {
    void this.regroup(uri).catch(() => undefined);
  }

  private regroup(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const before = this.last.get(key) ?? Promise.resolve();
    const next = before.catch(() => undefined).then(() => this.groupByKept(uri));
    this.last.set(key, next);
    return next;
  }

  private async groupByKept(uri: vscode.Uri): Promise<void> {
    if (this.analyses.get(uri) === undefined) return;
    const { templates } = await this.corrections.of(uri);
    const log = this.analyses.get(uri);
    // A run that goes on ends in a report, which is looked at then.
    if (log === undefined || this.analyses.isRunning(uri) || isSame(log.templateCorrections, templates))
      return;
    const title = vscode.l10n.t('Grouping templates anew');
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      this.analyses.correctTemplates(uri, templates),
    );
  }

  private async regroupOrRunAgain(uri: vscode.Uri): Promise<void> {
    try {
      await this.regroup(uri);
    } catch {
      // Its worker has ended; a run heeds what is kept.
      await vscode.commands.executeCommand('oddline.runAgain', uri);
    }
  }

  private outcomeOf(
    uri: vscode.Uri,
    correction: TemplateCorrection,
  ): Pick<Corrected, 'outcome' | 'overruled'> {
    const log = this.analyses.get(uri);
    const index = log?.templateCorrections.findLastIndex((one) => saysSame(one, correction)) ?? -1;
    const outcomes = log?.report.corrections ?? [];
    const overruled = outcomes.filter((one) => one.state === 'overruled' && one.by === index);
    return { outcome: outcomes[index], overruled: overruled.length };
  }

  private async told<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      tellCorrectionFailure(error);
      return undefined;
    }
  }
}

function isSame(some: readonly TemplateCorrection[], others: readonly TemplateCorrection[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
