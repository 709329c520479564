import * as vscode from 'vscode';
import type { LabelVerdict } from '../../../engine/labels/label';
import type { AnalysedLog, Analyses } from '../../shared/analyses';
import { twinOf } from '../../shared/text-view-uri';
import type { CategoryAndNote } from '../category-text';
import { chooseCategory } from '../choose-category';
import type { Step } from '../label-history';
import type { Labelled } from '../labeller';
import { type MarkingNeeds, say } from '../marking';
import { findingItems, optionOf, proposalItems, type TriageItem } from './items';
import { type LabelScope, Triage } from './triage';
import type { TriageHint } from './triage-hint';
import type { TriageProgress } from './triage-words';

/** `findings`: the worst first; `proposals`: what teaches most first. */
export type TriageOrder = 'findings' | 'proposals';

const nothing: CategoryAndNote = { category: '', note: '' };

/**
 * One way through a log by single keys. A key moves on at once; what it said is written and heeded behind it, one after the other.
 */
export class TriageSession {
  private steps: readonly Step[] = [];
  private writing: Promise<void> = Promise.resolve();
  private ended = false;
  private seen: AnalysedLog;

  private constructor(
    private readonly needs: MarkingNeeds,
    private readonly order: TriageOrder,
    private readonly hint: TriageHint,
    log: AnalysedLog,
    private readonly triage: Triage<TriageItem>,
    private readonly end: () => void,
  ) {
    this.seen = log;
  }

  /** Undefined where there is nothing to label. Rejects where the worker has ended. */
  static async begin(
    needs: MarkingNeeds,
    order: TriageOrder,
    hint: TriageHint,
    log: AnalysedLog,
    end: () => void,
  ): Promise<TriageSession | undefined> {
    const triage = new Triage(await itemsOf(needs.analyses, log, order, []));
    return triage.current ? new TriageSession(needs, order, hint, log, triage, end) : undefined;
  }

  get uri(): vscode.Uri {
    return this.seen.uri;
  }

  get progress(): TriageProgress {
    const { labelled, left } = this.triage;
    // Of what teaches most only the first few are asked for.
    return { labelled, left: this.order === 'proposals' && left > 0 ? null : left };
  }

  /** Goes to the current one; ends where none is left. */
  async show(): Promise<void> {
    const item = this.triage.current;
    if (this.ended) return;
    if (!item) return this.end();
    const line = this.lineOf(item);
    if (line === undefined) return this.skip();
    await vscode.commands.executeCommand('oddline.revealLine', { uri: this.uri.toString(), line });
    if (this.ended || this.triage.current !== item) return;
    this.hint.show(item, this.seen, line, this.progress);
    await this.explain(line);
  }

  /** Why a line is marked stands in its hover, as with Next Anomaly. */
  private async explain(line: number): Promise<void> {
    const native = vscode.window.activeTextEditor;
    if (native && twinOf(native.document.uri).toString() === this.uri.toString()) {
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
      return;
    }
    await this.needs.editors.of(this.uri)?.reveal(line, true);
  }

  async label(verdict: LabelVerdict, scope: LabelScope, said = nothing): Promise<void> {
    const item = this.triage.label(scope);
    if (!item) return;
    this.writing = this.writing.then(() => this.write(item, verdict, scope, said));
    await this.show();
  }

  /** Asks for a category and a note first. */
  async labelWithCategory(): Promise<void> {
    const item = this.triage.current;
    const { categories } = this.needs.labeller.heeding.known.book(this.uri);
    const said = await chooseCategory(categories, vscode.l10n.t('Anomalous'));
    if (said && item && this.triage.current === item) await this.label('anomalous', 'group', said);
    else await this.show();
  }

  async skip(): Promise<void> {
    this.triage.skip();
    await this.show();
  }

  async back(): Promise<void> {
    if (!this.triage.back()) return tellBriefly(vscode.l10n.t('Nothing was skipped'));
    await this.show();
  }

  /** The last label of this triage; the log is judged without it first, so that its line is marked again. */
  async undo(): Promise<void> {
    await this.writing;
    const step = this.steps.at(-1);
    if (!step) return tellBriefly(vscode.l10n.t('Nothing was labelled yet'));
    this.steps = this.steps.slice(0, -1);
    if (!(await this.needs.labeller.undo(step))) return;
    await this.refresh();
    this.triage.undo();
    await this.show();
  }

  /** The log may have been judged anew. */
  async changed(): Promise<void> {
    const log = this.needs.analyses.get(this.uri);
    if (!log || this.ended || log === this.seen) return;
    const isJudgedAnew = log.report !== this.seen.report || log.findings !== this.seen.findings;
    this.seen = log;
    if (isJudgedAnew) await this.refreshAndShow();
  }

  close(): void {
    this.ended = true;
    this.hint.hide();
  }

  private async refreshAndShow(): Promise<void> {
    const { current } = this.triage;
    await this.refresh();
    if (this.triage.current?.id === current?.id) this.hintAgain();
    else await this.show();
  }

  private async refresh(): Promise<void> {
    const log = this.needs.analyses.get(this.uri);
    if (!log) return;
    this.seen = log;
    // A worker that has ended knows nothing more: what is there stays.
    const items = await itemsOf(this.needs.analyses, log, this.order, this.triage.skipped).catch(
      () => undefined,
    );
    const { current } = this.triage;
    if (items)
      this.triage.refresh(
        this.order === 'proposals' && current
          ? [current, ...items.filter(({ id }) => id !== current.id)]
          : items,
      );
  }

  private hintAgain(): void {
    const item = this.triage.current;
    const line = item && this.lineOf(item);
    if (item && line !== undefined && !this.ended) this.hint.show(item, this.seen, line, this.progress);
  }

  /** Findings follow edits by themselves. */
  private lineOf({ finding, line }: TriageItem): number | undefined {
    return finding ? finding.line : this.seen.lineNow(line);
  }

  private async write(
    item: TriageItem,
    verdict: LabelVerdict,
    scope: LabelScope,
    said: CategoryAndNote,
  ): Promise<void> {
    const done = await this.said(item, verdict, scope, said).catch(() => undefined);
    if (done) this.steps = [...this.steps, done.step];
    // What is wrong was told, and would be with the next key again.
    else this.end();
  }

  private async said(
    item: TriageItem,
    verdict: LabelVerdict,
    scope: LabelScope,
    { category, note }: CategoryAndNote,
  ): Promise<Labelled | undefined> {
    const { analyses, labeller } = this.needs;
    const log = analyses.get(this.uri) ?? this.seen;
    const option = await optionOf(item, scope, log, analyses.ask(this.uri));
    return option && say(labeller, log, { option, verdict, category, note });
  }
}

function itemsOf(
  analyses: Analyses,
  log: AnalysedLog,
  order: TriageOrder,
  passed: readonly string[],
): Promise<readonly TriageItem[]> {
  return order === 'findings'
    ? Promise.resolve(findingItems(log))
    : proposalItems(analyses.ask(log.uri), passed);
}

function tellBriefly(text: string): void {
  vscode.window.setStatusBarMessage(text, 3000);
}
