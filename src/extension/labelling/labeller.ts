import * as vscode from 'vscode';
import { inTurns } from '../../node/in-turns';
import type { Label } from '../../node/store/labels';
import { type KeptWeights, moveStore, weightsToChoose } from '../../node/store/store-folder';
import type { AgreedWeights } from '../../node/store/weights';
import type { AnalysedLog } from '../shared/analyses';
import { localise } from '../shared/localise';
import { type Change, changeFiles, changesFor, type Done, takeBack } from './label-changes';
import type { LabelHeeding } from './label-heeding';
import { LabelHistory, type Retraced, type Step } from './label-history';
import { type LabelPlaces, locationIn } from './label-places';
import { tellFailure } from './problem-messages';
import type { FiledLabel } from './read-labels';

/** What was done, and where the labels went. */
export interface Labelled {
  readonly step: Step;
  readonly places: LabelPlaces;
}

/** Keeps what people say of logs, step by step, and has the results heed it. */
export class Labeller {
  readonly history = new LabelHistory();

  constructor(
    readonly heeding: LabelHeeding,
    private readonly globalStorage: vscode.Uri,
  ) {}

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
      const places = await this.heeding.places(log);
      if (!places) return undefined;
      const to = locationIn(folder, log.report.sources[0].contentKey, this.globalStorage);
      const two = await weightsToChoose(places.own, to);
      const kept = two && (await choose(two.moved, two.there));
      if (kept === undefined) return undefined;
      await moveStore(places.own, to, kept ?? 'both');
      await this.heeding.apply(log);
      return { kept };
    } catch (error) {
      tellFailure(error);
      return undefined;
    }
  }

  private async change(
    log: AnalysedLog,
    what: string,
    plan: (places: LabelPlaces, filed: readonly FiledLabel[]) => Promise<readonly Change[]>,
  ): Promise<Labelled | undefined> {
    try {
      const places = await this.heeding.places(log);
      if (!places) return undefined;
      const changes = await plan(places, await this.heeding.filed(log));
      const done = await changeFiles(changes, (path) => this.heeding.store(path));
      await this.heeding.applyNow(log);
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
      const taken = await takeBack(last, (path) => this.heeding.store(path));
      last = taken.done;
      await this.heeding.applyNow(log);
      return taken.left;
    };
    return { what, undo: back, redo: back };
  }
}
