import * as vscode from 'vscode';
import { LabelStore } from '../../node/store/labels';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { type Heard, hear } from './heard';
import { type HeededWeights, readHeededWeights } from './heeded-weights';
import { KnownLabels } from './known-labels';
import { bookOf } from './label-book';
import { type LabelPlaces, placesOf } from './label-places';
import { tellFailure, tellProblems } from './problem-messages';
import type { FiledLabel } from './read-labels';

/** Has the results of logs heed what their files of labels and weights say. */
export class LabelHeeding implements vscode.Disposable {
  readonly known = new KnownLabels();
  /** Content key a log had when its labels were last applied. */
  private readonly applied = new Map<string, string>();
  /** Logs whose labels are to be read again once what goes on is done. */
  private readonly waiting = new Map<string, Promise<void>>();
  /** Logs whose worker has ended, so that nothing judges them anew. */
  private readonly unheard = new Set<string>();
  /** One after the other: a slow read must not overwrite what a later one found. */
  private last: Promise<void> = Promise.resolve();
  private readonly stores = new Map<string, LabelStore>();

  constructor(
    private readonly analyses: Analyses,
    private readonly globalStorage: vscode.Uri,
    private readonly consent: WorkspaceConsent,
  ) {}

  dispose(): void {
    this.known.dispose();
  }

  /** Applies labels to logs that are new or hold something else than before. */
  applyToNew(): void {
    const logs = this.analyses.all();
    const uris = new Set(logs.map((log) => log.uri.toString()));
    // A log that was forgotten has lost what is hidden in it.
    for (const uri of this.applied.keys()) {
      if (uris.has(uri)) continue;
      this.applied.delete(uri);
      this.known.forget(uri);
    }
    for (const log of logs) {
      if (this.applied.get(log.uri.toString()) !== log.report.sources[0].contentKey) void this.apply(log);
    }
  }

  /** After files changed or trust was given. */
  applyToAll(): void {
    for (const log of this.analyses.all()) void this.apply(log);
  }

  /** What speaks of the log, read anew. */
  async filed(log: AnalysedLog): Promise<readonly FiledLabel[]> {
    const places = await this.places(log);
    return places ? (await this.hear(log, places)).filed : [];
  }

  /** Undefined for a log without a line. */
  places(log: AnalysedLog): Promise<LabelPlaces | undefined> {
    return placesOf(log, this.globalStorage, this.consent.given);
  }

  /** What detectors count by in this log; undefined for a log without a line. */
  async weights(log: AnalysedLog): Promise<HeededWeights | undefined> {
    const places = await this.places(log);
    return places && readHeededWeights(places, this.consent.given);
  }

  /** Asked for while it is waiting to be done it is done once. */
  apply(log: AnalysedLog): Promise<void> {
    const key = log.uri.toString();
    this.applied.set(key, log.report.sources[0].contentKey);
    const waiting = this.waiting.get(key);
    if (waiting) return waiting;
    this.last = this.last
      .then(() => {
        this.waiting.delete(key);
        return this.heed(this.analyses.get(log.uri) ?? log);
      })
      .catch(tellFailure);
    this.waiting.set(key, this.last);
    return this.last;
  }

  private async heed(log: AnalysedLog): Promise<void> {
    const places = await this.places(log);
    if (!places || !this.analyses.get(log.uri)) return;
    const { filed, weights, problems, isHeldBack } = await this.hear(log, places);
    tellProblems(problems);
    const book = await bookOf(filed, this.known.book(log.uri));
    this.analyses.setHiddenFindings(log.uri, book.hides);
    // A log whose worker has ended stays as it is until it is run again.
    await this.analyses.setTaught(log.uri, { labels: book.taught, weights }).then(
      () => this.unheard.delete(log.uri.toString()),
      () => this.unheard.add(log.uri.toString()),
    );
    this.known.set(log.uri, book);
    if (isHeldBack) this.askAndApply();
  }

  /** Not awaited: the question may stay open for long, and other logs need not wait for the answer. */
  private askAndApply(): void {
    void this.consent.ask().then((isGiven) => {
      if (isGiven) this.applyToAll();
    });
  }

  /** Where the log's worker has ended it is run again. */
  async applyNow(log: AnalysedLog): Promise<void> {
    await this.apply(log);
    if (this.unheard.delete(log.uri.toString()))
      await vscode.commands.executeCommand('oddline.runAgain', log.uri);
  }

  private hear(log: AnalysedLog, places: LabelPlaces): Promise<Heard> {
    return hear(log, places, this.consent.given, (path) => this.store(path));
  }

  /** One object a file: it lets changes of the file wait for each other, and knows what it holds. */
  store(path: string): LabelStore {
    const store = this.stores.get(path) ?? new LabelStore(path);
    this.stores.set(path, store);
    return store;
  }
}
