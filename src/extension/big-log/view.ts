import * as vscode from 'vscode';
import { sourceNames } from '../../node/merging/source-names';
import type {
  BigLogAnalysis,
  BigLogCommand,
  BigLogHostApi,
  BigLogPlace,
  BigLogState,
  BigLogViewApi,
  SelectedStretch,
} from '../../protocol/big-log';
import type { VolumeStrip } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import { Rpc } from '../../protocol/rpc';
import type { LogEditor, SelectedLineNumbers } from '../shared/log-editors';
import { logName } from '../shared/log-name';
import { isMerge } from '../shared/log-uri';
import { showPage } from '../shared/show-page';
import { showsOther } from '../shared/shown-request';
import { webviewPort } from '../shared/webview-port';
import { analysisOf } from './analysis-state';
import { checkedPlace, checkedSelectedLines, checkedStretch } from './checks';
import type { BigLogDocument } from './document';
import { Find } from './find';
import { hostAnswers } from './host-answers';
import type { BigLogParts } from './parts';
import type { Places } from './places';
import { stretchesBetween } from './selected-stretches';
import { showingOf } from './showing';

/** Stretches of the mini-map: more than a screen has rows. */
const stripBuckets = 2000;
const progressEveryMs = 250;

/** One view of a log: a tab. While it is hidden its page does not exist; what it must know is kept here. */
export class BigLogView implements LogEditor, vscode.Disposable {
  private readonly rpc: Rpc<BigLogHostApi, BigLogViewApi>;
  private readonly find: Find;
  private readonly subscription: vscode.Disposable;
  private place: BigLogPlace | null;
  private awaited: { readonly line: ViewLine; readonly hover: boolean } | undefined;
  private isReady = false;
  private strip: VolumeStrip | null = null;
  private stripOf: { readonly report: unknown; readonly clockOffsets: unknown } | undefined;
  private toldProgressAt = 0;
  /** Small things told last, as JSON: most news of a log are about its lines alone. */
  private readonly told = new Map<string, string>();

  constructor(
    private readonly document: BigLogDocument,
    readonly panel: vscode.WebviewPanel,
    private readonly parts: BigLogParts,
    private readonly places: Places,
  ) {
    this.place = places.of(document.uri);
    this.find = new Find(document, parts.search, (progress) => this.rpc.notify('finding', progress));
    this.rpc = new Rpc<BigLogHostApi, BigLogViewApi>(webviewPort(panel.webview), {
      ...hostAnswers(document, parts, this.find),
      ready: () => this.ready(),
      placed: (place) => this.placed(checkedPlace(place)),
      painted: (milliseconds) => this.painted(milliseconds),
    });
    this.subscription = this.listen();
    this.load();
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  caretLine(): number {
    return (this.place?.line ?? 0) + 1;
  }

  async reveal(line: number, hover: boolean): Promise<void> {
    const wanted = { line: (line - 1) as ViewLine, hover };
    // So that the next command goes on from there, before the view has told that it is.
    this.place = { line: wanted.line, top: wanted.line, column: 0 };
    const isShown = this.panel.visible && this.isReady;
    if (!isShown) this.awaited = wanted;
    // Without its column VS Code takes the view into the one that is active, and leaves an empty tab behind.
    this.panel.reveal(this.panel.viewColumn, false);
    if (isShown) this.rpc.notify('reveal', wanted);
  }

  async selected(): Promise<SelectedStretch | undefined> {
    if (!this.isReady) return undefined;
    return checkedStretch(await this.rpc.call('selected', undefined));
  }

  async selectedLines(): Promise<SelectedLineNumbers | undefined> {
    if (!this.isReady) return undefined;
    const selected = checkedSelectedLines(await this.rpc.call('selectedLines', undefined));
    const log = selected && isMerge(this.uri) ? await this.document.log() : undefined;
    if (!selected || !log) return selected;
    const { sourceLines } = this.document.progress;
    const placesOf = (lines: readonly ViewLine[]) => log.lines.client.placesInOrder(lines);
    return { ...selected, stretches: await stretchesBetween(selected, sourceLines, placesOf) };
  }

  command(command: BigLogCommand): void {
    this.rpc.notify('command', command);
  }

  async toggleFollowing(): Promise<void> {
    await this.document.follow(!this.document.following.state.on);
  }

  dispose(): void {
    this.subscription.dispose();
    this.find.cancel();
    this.rpc.close();
  }

  private listen(): vscode.Disposable {
    const { analyses, compared, labels, readings, settings } = this.parts;
    const isIts = (uri: vscode.Uri) => uri.toString() === this.uri.toString();
    return vscode.Disposable.from(
      this.document.onDidChange(() => void this.tellLog()),
      this.document.onDidShow(() => this.tellReading()),
      this.document.onDidReopen(() => this.load()),
      analyses.onDidChange(() => this.tellAnalysis()),
      compared.onDidChange(() => this.tellAnalysis()),
      labels.onDidChange(() => this.tellAnalysis()),
      analyses.onDidProgress((uri) => {
        if (isIts(uri)) this.tellProgress();
      }),
      settings.onDidChange(() => this.tellAnalysis()),
      // What hides lines is told with the rows it leaves.
      readings.onDidChange(({ uri, reading, former }) => {
        if (isIts(uri) && !showsOther(former, reading)) this.tellReading();
        if (isIts(uri) && former.clockOffsets !== reading.clockOffsets) void this.refreshStrip();
      }),
      this.panel.onDidChangeViewState(() => {
        if (!this.panel.visible) this.left();
      }),
    );
  }

  /** The page went: nobody waits for what it asked. */
  private left(): void {
    this.isReady = false;
    this.find.cancel();
    this.rpc.left();
  }

  private load(): void {
    this.left();
    showPage(this.panel.webview, {
      extensionUri: this.parts.extensionUri,
      name: 'big-log',
      title: logName(this.uri),
    });
  }

  private async ready(): Promise<BigLogState> {
    await this.document.log();
    const { awaited } = this;
    this.awaited = undefined;
    this.isReady = true;
    this.told.clear();
    // For the page that was here before this one, where it was loaded anew while it was in sight.
    this.find.cancel();
    // After the answer: messages keep their order.
    if (awaited) setImmediate(() => this.rpc.notify('reveal', awaited));
    void this.refreshStrip();
    return this.state();
  }

  private async state(): Promise<BigLogState> {
    const { document, parts } = this;
    const log = await document.log();
    return {
      name: logName(this.uri),
      uri: this.uri.toString(),
      sources: sourceNames(document.sources),
      isMerge: isMerge(this.uri),
      texts: vscode.l10n.bundle ?? {},
      lines: document.progress,
      hiddenLines: document.rows.hiddenLines,
      analysis: this.analysis(),
      reading: parts.readings.of(this.uri),
      following: document.following.state,
      showing: showingOf(log?.rows),
      problem: document.problem,
      place: this.place,
    };
  }

  private placed(place: BigLogPlace): void {
    this.place = place;
    void this.places.keep(this.uri, place);
  }

  private painted(milliseconds: unknown): void {
    if (typeof milliseconds !== 'number' || !(milliseconds >= 0)) return;
    const seconds = (milliseconds / 1000).toFixed(2);
    this.parts.output.info(`Big-log editor: first screen ${seconds} s`);
  }

  private async tellLog(): Promise<void> {
    const log = await this.document.log();
    if (!this.isReady) return;
    const names = sourceNames(this.document.sources);
    if (this.isNews('sources', names)) this.rpc.notify('sources', names);
    this.rpc.notify('lines', this.document.progress);
    const { following, problem } = this.document;
    if (this.isNews('following', following.state)) this.rpc.notify('following', following.state);
    if (this.isNews('problem', problem)) this.rpc.notify('problem', problem);
    const showing = showingOf(log?.rows);
    if (this.isNews('showing', showing)) this.rpc.notify('showing', showing);
  }

  private isNews(name: string, value: unknown): boolean {
    const json = JSON.stringify(value);
    if (this.told.get(name) === json) return false;
    this.told.set(name, json);
    return true;
  }

  private analysis(): BigLogAnalysis {
    const { phase, sourceLines } = this.document.progress;
    return analysisOf(this.uri, this.strip, phase === 'ready' ? sourceLines : [], this.parts);
  }

  private tellReading(): void {
    if (!this.isReady) return;
    const { rows, hiddenLines } = this.document.rows;
    this.rpc.notify('reading', { reading: this.parts.readings.of(this.uri), rows, hiddenLines });
  }

  /** Each snapshot holds all marks of the last result: not with every step. */
  private tellProgress(): void {
    const now = performance.now();
    if (now - this.toldProgressAt < progressEveryMs) return;
    this.toldProgressAt = now;
    this.tellAnalysis();
  }

  private tellAnalysis(): void {
    if (!this.isReady) return;
    this.rpc.notify('analysis', this.analysis());
    void this.refreshStrip();
  }

  /** Of each result once, and of a merge for each order of its logs. */
  private async refreshStrip(): Promise<void> {
    const { analyses, readings } = this.parts;
    const report = analyses.get(this.uri)?.report;
    const clockOffsets = isMerge(this.uri) ? readings.of(this.uri).clockOffsets : undefined;
    const { stripOf } = this;
    if (report === stripOf?.report && clockOffsets === stripOf?.clockOffsets) return;
    const wanted = { report, clockOffsets };
    this.stripOf = wanted;
    this.strip = null;
    if (!report) return;
    const strip = await analyses
      .ask(this.uri)
      .volumeStrip({ buckets: stripBuckets, ...(clockOffsets && { clockOffsets }) })
      .catch(() => null);
    if (this.stripOf !== wanted) return;
    this.strip = strip;
    if (this.isReady) this.rpc.notify('analysis', this.analysis());
  }
}
