import * as vscode from 'vscode';
import type { DashboardHostApi, DashboardState, DashboardViewApi } from '../../protocol/dashboard';
import { Rpc } from '../../protocol/rpc';
import type { LogPage } from '../shared/log-panels';
import { showPage } from '../shared/show-page';
import { webviewPort } from '../shared/webview-port';
import { dashboardActions } from './actions';
import { dashboardAnswers } from './answers';
import type { ChosenLabels } from './chosen-labels';
import { dashboardState, textsOfLanguage, type Versions } from './dashboard-state';
import type { DashboardParts } from './parts';
import { rangeOf } from './time-range';

/** A live log changes with every line; a reader needs no more. */
const tellEveryMs = 1000;

export interface ConversationOptions {
  readonly size: DashboardState['size'];
  /** The log it is of; undefined where there is none. Whoever changes it calls `changed`. */
  readonly uri: () => vscode.Uri | undefined;
  readonly labels: ChosenLabels;
  readonly versions: Versions;
}

/** One page and what it is told and answered, as long as its webview lives. While it is hidden the page does not exist: it asks anew. */
export class Conversation implements LogPage {
  private readonly rpc: Rpc<DashboardHostApi, DashboardViewApi>;
  private readonly subscription: vscode.Disposable;
  private isReady = false;
  /** What the page shows, and so what it asks about: which log is the current one may change before it hears of it. */
  private told: vscode.Uri | undefined;
  private toldAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly parts: DashboardParts,
    private readonly options: ConversationOptions,
  ) {
    const { labels } = options;
    const uri = () => this.told;
    this.rpc = new Rpc<DashboardHostApi, DashboardViewApi>(webviewPort(webview), {
      ...dashboardAnswers(uri, parts, labels),
      ...dashboardActions(uri, parts, labels),
      ready: () => this.ready(),
      painted: (milliseconds) => this.painted(milliseconds),
    });
    this.subscription = this.listen();
  }

  /** Shows the page, which then asks. */
  load(title: string): void {
    this.isReady = false;
    showPage(this.webview, {
      extensionUri: this.parts.extensionUri,
      name: 'dashboard',
      title,
      drawsPictures: true,
    });
  }

  /** The page went: what is told to it is lost until it asks again, and nobody waits for what it asked. What it does to its log goes on. */
  hidden(): void {
    this.isReady = false;
    this.rpc.left();
  }

  renamed(): void {
    this.changed(true);
  }

  /** Soon, and at most once a second; at once where the log is another, or `now`, as whoever waits for it sees it. */
  changed(now = false): void {
    if (!this.isReady) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const isOther = this.options.uri()?.toString() !== this.told?.toString();
    const wait = now || isOther ? 0 : this.toldAt + tellEveryMs - performance.now();
    if (wait <= 0) this.tell();
    else this.timer = setTimeout(() => this.tell(), wait);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.rpc.close();
  }

  private listen(): vscode.Disposable {
    const { analyses, readings, compared, metrics } = this.parts;
    const isIts = (uri: vscode.Uri) => uri.toString() === this.told?.toString();
    return vscode.Disposable.from(
      analyses.onDidChange(() => this.changed()),
      analyses.onDidProgress((uri) => isIts(uri) && this.changed()),
      compared.onDidChange(() => this.changed(true)),
      metrics.onDidChange((uri) => isIts(uri) && this.changed(true)),
      this.options.labels.onDidChange((uri) => isIts(uri) && this.changed(true)),
      readings.onDidChange(({ uri, reading, former }) => {
        if (!isIts(uri) || !this.isReady) return;
        if (reading.filter !== former.filter) this.rpc.notify('range', rangeOf(reading.filter));
        if (reading.zone !== former.zone) this.changed(true);
      }),
    );
  }

  private ready(): DashboardState {
    this.isReady = true;
    this.toldAt = performance.now();
    return this.state(textsOfLanguage());
  }

  private tell(): void {
    if (!this.isReady) return;
    this.toldAt = performance.now();
    this.rpc.notify('state', this.state({}));
  }

  private state(texts: DashboardState['texts']): DashboardState {
    const { size, uri, versions, labels } = this.options;
    this.told = uri();
    const shown = { size, uri: this.told, texts, versions, labels: labels.choices, problem: null };
    return dashboardState(this.parts, shown);
  }

  private painted(milliseconds: unknown): void {
    if (typeof milliseconds !== 'number' || !(milliseconds >= 0)) return;
    this.parts.output.info(`Dashboard: first cards ${(milliseconds / 1000).toFixed(2)} s`);
  }
}
