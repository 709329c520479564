import type * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import {
  isTemplateLabel,
  type Label,
  LabelStore,
  labelledBy,
  normalTemplatesOf,
} from '../../node/store/labels';
import { moveStore } from '../../node/store/store-folder';
import type { StoreLocation } from '../../node/store/store-location';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { type LabelPlaces, locationIn, placesOf } from './label-places';
import { tellFailure, tellProblems } from './problem-messages';
import { labelOf, labelsOfContent, readLabels, templateLabelOf } from './taught-labels';

/** Keeps what the user teaches, and hides it from the results. */
export class Teacher {
  /** Content key a log had when its labels were last applied. */
  private readonly applied = new Map<string, string>();
  /** One after the other: a slow read must not overwrite what a later one found. */
  private last: Promise<void> = Promise.resolve();
  private readonly stores = new Map<string, LabelStore>();

  constructor(
    private readonly analyses: Analyses,
    private readonly globalStorage: vscode.Uri,
    private readonly consent: WorkspaceConsent,
  ) {}

  /** Applies labels to logs that are new or hold something else than before. */
  applyToNew(): void {
    const known = this.analyses.all();
    const uris = new Set(known.map((log) => log.uri.toString()));
    // A log that was forgotten has lost what is hidden in it.
    for (const uri of this.applied.keys()) if (!uris.has(uri)) this.applied.delete(uri);
    for (const log of known) {
      if (this.applied.get(log.uri.toString()) !== log.report.sources[0].contentKey) void this.apply(log);
    }
  }

  /** After files changed or trust was given. */
  applyToAll(): void {
    for (const log of this.analyses.all()) void this.apply(log);
  }

  /** Where the label went; undefined when it could not be kept, which the user was told. */
  async markNormal(log: AnalysedLog, finding: ReportedFinding): Promise<StoreLocation | undefined> {
    return this.change(log, async ({ write }) => {
      await this.store(write.labels).add(labelOf(log, finding, new Date().toISOString()));
      return write;
    });
  }

  async unmark(log: AnalysedLog, findings: readonly ReportedFinding[]): Promise<void> {
    await this.change(log, async (places) => {
      for (const path of this.readable(places)) {
        const { labels } = await this.store(path).list();
        const isLabelled = labelledBy(path === places.own.labels ? labels : speakingOf(log, places, labels));
        for (const finding of findings) if (isLabelled(finding)) await this.store(path).remove(finding);
      }
    });
  }

  /** As `markNormal`, of all lines of the template. */
  async markTemplateNormal(log: AnalysedLog, template: TemplateSummary): Promise<StoreLocation | undefined> {
    return this.change(log, async ({ write }) => {
      await this.store(write.labels).add(templateLabelOf(log, template, new Date().toISOString()));
      return write;
    });
  }

  /** `patterns`: those of the labels, which may be others than the templates have by now. */
  async unmarkTemplates(log: AnalysedLog, patterns: ReadonlySet<string>): Promise<void> {
    await this.change(log, async (places) => {
      for (const path of this.readable(places)) {
        const { labels } = await this.store(path).list();
        const isGiven = labels.some((label) => isTemplateLabel(label) && patterns.has(label.template));
        if (isGiven) await this.store(path).removeTemplates(patterns);
      }
    });
  }

  /** Whether it was moved. */
  async moveTo(folder: string, log: AnalysedLog): Promise<boolean> {
    const moved = await this.change(log, async ({ own }) => {
      await moveStore(own, locationIn(folder, log.report.sources[0].contentKey, this.globalStorage));
      return true;
    });
    return moved === true;
  }

  /** The workspace folder the log lies in, whose labels are the only ones of the workspace that apply to it. */
  async folderOf(log: AnalysedLog): Promise<string | undefined> {
    return (await this.places(log))?.own.workspaceFolder;
  }

  hiddenFindings(log: AnalysedLog): ReportedFinding[] {
    const shown = new Set(log.findings.map(({ id }) => id));
    const all = log.showsStrangest ? log.report.strangest : log.report.findings;
    return all.filter(({ id }) => !shown.has(id));
  }

  private apply(log: AnalysedLog): Promise<void> {
    this.applied.set(log.uri.toString(), log.report.sources[0].contentKey);
    this.last = this.last.then(() => this.hide(log)).catch(tellFailure);
    return this.last;
  }

  private async hide(log: AnalysedLog): Promise<void> {
    const places = await this.places(log);
    if (!places) return;
    const own = await readLabels([places.own.labels]);
    const workspace = await readLabels(places.workspace);
    const shared = speakingOf(log, places, workspace.labels);
    const isUsed = shared.length > 0 && this.consent.given;
    tellProblems([...own.problems, ...workspace.problems]);
    const labels = [...own.labels, ...(isUsed ? shared : [])];
    this.analyses.setHiddenFindings(log.uri, labelledBy(labels));
    // A log whose worker has ended stays as it is until it is run again.
    await this.analyses.setNormalTemplates(log.uri, normalTemplatesOf(labels)).catch(() => undefined);
    if (shared.length > 0 && !isUsed) this.askAndApply();
  }

  /** Not awaited: the question may stay open for long, and other logs need not wait for the answer. */
  private askAndApply(): void {
    void this.consent.ask().then((isGiven) => {
      if (isGiven) this.applyToAll();
    });
  }

  private async change<Result>(
    log: AnalysedLog,
    write: (places: LabelPlaces) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      const places = await this.places(log);
      if (!places) return undefined;
      const result = await write(places);
      await this.apply(log);
      return result;
    } catch (error) {
      tellFailure(error);
      return undefined;
    }
  }

  private places(log: AnalysedLog): Promise<LabelPlaces | undefined> {
    return placesOf(log, this.globalStorage, this.consent.given);
  }

  private readable({ own, workspace }: LabelPlaces): string[] {
    return this.consent.given ? [own.labels, ...workspace] : [own.labels];
  }

  /** One object a file: it lets changes of the file wait for each other. */
  private store(path: string): LabelStore {
    let store = this.stores.get(path);
    if (!store) {
      store = new LabelStore(path);
      this.stores.set(path, store);
    }
    return store;
  }
}

/** Within a folder what was taught of one log is about its neighbours too; elsewhere only about that content. */
function speakingOf(log: AnalysedLog, places: LabelPlaces, labels: readonly Label[]): readonly Label[] {
  return places.isInWorkspace ? labels : labelsOfContent(labels, log.report.sources[0].contentKey);
}
