import * as vscode from 'vscode';
import type { InputProblem } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import type { LinesProgress } from '../../protocol/log-lines';
import { AppendedAnalysis } from '../shared/appended-analysis';
import { failureText } from '../shared/failure-text';
import { isMerge, remoteScheme } from '../shared/log-uri';
import type { ShownLog } from '../shared/shown-logs';
import { hidesNothing } from '../shared/shown-request';
import { BigLogFollowing } from './following';
import type { BigLogParts } from './parts';
import { RemoteGrowth } from './remote-growth';
import { SourceWatch } from './source-watch';

const nothingRead: LinesProgress = {
  phase: 'indexing',
  indexedBytes: 0,
  bytes: 0,
  lines: 0,
  estimatedLines: 0,
  sourceLines: [],
  shownRows: 0,
  notes: [],
};

/** One log in the big-log editor, shared by all views of it. */
export class BigLogDocument implements vscode.CustomDocument {
  private opening: Promise<ShownLog | undefined>;
  private opened: ShownLog | undefined;
  private told: InputProblem | null = null;
  private ended = false;
  /** How often it was opened: asked for again, what comes of the time before is given back. */
  private times = 0;
  private subscriptions = vscode.Disposable.from();
  private growth: RemoteGrowth | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly shown = new vscode.EventEmitter<void>();
  private readonly reopened = new vscode.EventEmitter<void>();
  /** Other rows are shown, or they cannot be shown as the Reading asks. */
  readonly onDidShow = this.shown.event;
  /** After every change of progress, problem, following and of what is being done to show rows. */
  readonly onDidChange = this.changed.event;
  /** Another thread keeps its text now: all that was shown is to be asked for again. */
  readonly onDidReopen = this.reopened.event;
  readonly following: BigLogFollowing;

  constructor(
    readonly uri: vscode.Uri,
    private readonly parts: BigLogParts,
  ) {
    this.following = new BigLogFollowing(new AppendedAnalysis(uri, parts.analyses, parts.threads.files), () =>
      this.changed.fire(),
    );
    this.opening = this.open();
  }

  /** Resolves when its first page can be read; undefined where it cannot be opened: `problem` says why. */
  log(): Promise<ShownLog | undefined> {
    return this.opening;
  }

  get problem(): InputProblem | null {
    return this.told;
  }

  /** The thread tells it as it reads; which rows are shown may have changed since. */
  get progress(): LinesProgress {
    const progress = this.opened?.lines.progress() ?? nothingRead;
    const notes = [...progress.notes, ...(this.growth?.notes ?? [])];
    return { ...progress, notes, shownRows: this.rowsOf(progress).rows };
  }

  /** As far as they are counted; nothing is hidden before anything was shown. */
  get rows(): { readonly rows: number; readonly hiddenLines: number } {
    return this.rowsOf(this.progress);
  }

  /** Paths by source index; a followed log that was rotated has one more. */
  get sources(): readonly string[] {
    return this.opened?.lines.sources().map(({ path }) => path) ?? [];
  }

  /** What a page could not be read for is wrong with the log as a whole. */
  failed(error: unknown): void {
    this.tell(problemOf(error));
  }

  async follow(on: boolean): Promise<void> {
    const log = await this.opening;
    await log?.lines.client.follow(on);
    this.following.switched(on && log !== undefined);
  }

  async openAgain(): Promise<void> {
    this.parts.threads.renew(this.uri);
    this.close();
    this.tell(null);
    const opening = this.open();
    this.opening = opening;
    await opening;
    if (this.opening !== opening || this.ended) return;
    if (this.following.state.on) await this.followOn();
    this.reopened.fire();
  }

  dispose(): void {
    this.ended = true;
    // Its thread may go on for an editor of VS Code's, which follows by itself.
    if (this.following.state.on) this.opened?.lines.client.follow(false).catch(() => undefined);
    this.close();
    this.following.dispose();
    this.changed.dispose();
    this.shown.dispose();
    this.reopened.dispose();
  }

  private rowsOf({ phase, estimatedLines, lines }: LinesProgress) {
    const shown = this.opened?.rows.shown;
    if (shown && !hidesNothing(shown.reading)) return shown;
    return { rows: phase === 'ready' ? lines : Math.max(estimatedLines, lines), hiddenLines: 0 };
  }

  /** What is there now may be a log that cannot be followed: a packed one. */
  private async followOn(): Promise<void> {
    await this.follow(true).catch(() => this.following.switched(false));
  }

  private async open(): Promise<ShownLog | undefined> {
    const time = ++this.times;
    try {
      const log = await this.parts.shownLogs.open(this.uri);
      if (this.ended || time !== this.times) return void log.dispose();
      this.opened = log;
      this.listen(log);
      return log;
    } catch (error) {
      if (!(error instanceof InputError)) this.parts.output.error('Opening a log', error);
      this.failed(error);
      return undefined;
    }
  }

  private listen(log: ShownLog): void {
    const changed = () => this.changed.fire();
    const live = () => void this.followOn();
    const growth = new RemoteGrowth(log.lines, this.parts.remote, { changed, live });
    this.growth = growth;
    this.subscriptions = vscode.Disposable.from(
      growth,
      log.lines.onProgress(changed),
      log.rows.onDidShow(() => this.shown.fire()),
      log.rows.onDidChangeStatus(({ kind }) => {
        changed();
        if (kind === 'problem') this.shown.fire();
      }),
      log.lines.onChanged((change) => this.following.happened(change)),
      new SourceWatch(() => log.lines.sources(), {
        isFollowed: () => this.following.state.on || this.isRemote,
        isMerge: isMerge(this.uri),
        tell: (problem) => this.tell(problem),
        grown: () => this.following.hasGrown(),
      }),
    );
  }

  /** Nobody but us writes its file. */
  private get isRemote(): boolean {
    return this.uri.scheme === remoteScheme;
  }

  private close(): void {
    this.subscriptions.dispose();
    this.opened?.dispose();
    this.opened = undefined;
  }

  private tell(problem: InputProblem | null): void {
    if (problem?.code === this.told?.code) return;
    this.told = problem;
    this.changed.fire();
  }
}

function problemOf(error: unknown): InputProblem {
  if (error instanceof InputError) return { code: error.code, sentence: error.sentence };
  return { code: 'failed', sentence: { pattern: '{0}', values: [failureText(error)] } };
}
