import * as vscode from 'vscode';
import { inTurns } from '../../node/in-turns';
import { type Label, LabelStore } from '../../node/store/labels';
import { type KeptWeights, moveStore, weightsToChoose } from '../../node/store/store-folder';
import type { AgreedWeights } from '../../node/store/weights';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { type Heard, hear } from './heard';
import { type HeededWeights, readHeededWeights } from './heeded-weights';
import { KnownLabels } from './known-labels';
import { bookOf } from './label-book';
import { type Change, changeFiles, changesFor, type Done, takeBack } from './label-changes';
import { LabelHistory, type Retraced, type Step } from './label-history';
import { type LabelPlaces, locationIn, placesOf } from './label-places';
import { tellFailure, tellProblems } from './problem-messages';
import type { FiledLabel } from './read-labels';

/** What was done, and where the labels went. */
export interface Labelled {
  readonly step: Step;
  readonly places: LabelPlaces;
}

/** Keeps what people say of logs, and has the results heed it. */
export class Labeller implements vscode.Disposable {
  readonly known = new KnownLabels();
  readonly history = new LabelHistory();
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

  /**
   * Says these of the log, which takes the place of all that was said of the same in whichever file. Undefined where it could not be
   * kept, which the user was told.
   */
  add(log: AnalysedLog, labels: readonly Label[], what: string): Promise<Labelled | undefined> {
    return this.change(log, what, ({ write }, filed) => inTurns(changesFor(write.labels, labels, filed)));
  }

  /** Takes these back, wherever they stand. */
  remove(log: AnalysedLog, labels: readonly FiledLabel[], what: string): Promise<Labelled | undefined> {
    const paths = [...new Set(labels.map(({ path }) => path))];
    const changes = paths.map((path) => ({
      path,
      add: [],
      remove: labels.filter((one) => one.path === path).map(({ label }) => label),
    }));
    return this.change(log, what, async () => changes);
  }

  /** Of two that disagree: what stays takes the other's place, in every file. */
  settle(log: AnalysedLog, kept: FiledLabel, what: string): Promise<Labelled | undefined> {
    return this.change(log, what, (_, filed) => inTurns(changesFor(kept.path, [kept.label], filed)));
  }

  /** The last step, or the one given; undefined where there is none, and where it failed. That, and what was left as it is, was told. */
  undo(step?: Step): Promise<Retraced | undefined> {
    return this.retraced(() => this.history.undo(step));
  }

  redo(): Promise<Retraced | undefined> {
    return this.retraced(() => this.history.redo());
  }

  private async retraced(work: () => Promise<Retraced | undefined>): Promise<Retraced | undefined> {
    try {
      const retraced = await work();
      if (retraced?.left) void vscode.window.showInformationMessage(localise(retraced.left));
      return retraced;
    } catch (error) {
      tellFailure(error);
      return undefined;
    }
  }

  /** What speaks of the log, read anew. */
  async filed(log: AnalysedLog): Promise<readonly FiledLabel[]> {
    const places = await this.places(log);
    return places ? (await this.hear(log, places)).filed : [];
  }

  /**
   * To the store of the folder. Of weights that are there and here `choose` says which are kept; `null` where there was nothing to choose.
   * Undefined where nothing was moved: it was given up, or failed, which was told.
   */
  async moveTo(
    folder: string,
    log: AnalysedLog,
    choose: (moved: AgreedWeights, there: AgreedWeights) => Promise<KeptWeights | undefined>,
  ): Promise<{ readonly kept: KeptWeights | null } | undefined> {
    try {
      const places = await this.places(log);
      if (!places) return undefined;
      const to = locationIn(folder, log.report.sources[0].contentKey, this.globalStorage);
      const two = await weightsToChoose(places.own, to);
      const kept = two && (await choose(two.moved, two.there));
      if (kept === undefined) return undefined;
      await moveStore(places.own, to, kept ?? 'both');
      await this.apply(log);
      return { kept };
    } catch (error) {
      tellFailure(error);
      return undefined;
    }
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

  private async change(
    log: AnalysedLog,
    what: string,
    plan: (places: LabelPlaces, filed: readonly FiledLabel[]) => Promise<readonly Change[]>,
  ): Promise<Labelled | undefined> {
    try {
      const places = await this.places(log);
      if (!places) return undefined;
      const changes = await plan(places, await this.filed(log));
      const done = await changeFiles(changes, (path) => this.store(path));
      await this.applyNow(log);
      const step = this.stepOf(log, what, done);
      this.history.did(step);
      return { step, places };
    } catch (error) {
      tellFailure(error);
      return undefined;
    }
  }

  /** Whether it was done, and not left; where not it was told. */
  async does(step: Step): Promise<boolean> {
    try {
      const left = await step.redo();
      if (left) void vscode.window.showWarningMessage(localise(left));
      else this.history.did(step);
      return left === null;
    } catch (error) {
      tellFailure(error);
      return false;
    }
  }

  private stepOf(log: AnalysedLog, what: string, done: readonly Done[]): Step {
    let last = done;
    const back = async () => {
      const taken = await takeBack(last, (path) => this.store(path));
      last = taken.done;
      await this.applyNow(log);
      return taken.left;
    };
    return { what, undo: back, redo: back };
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
  private store(path: string): LabelStore {
    const store = this.stores.get(path) ?? new LabelStore(path);
    this.stores.set(path, store);
    return store;
  }
}
