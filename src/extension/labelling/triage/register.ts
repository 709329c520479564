import * as vscode from 'vscode';
import { activeUri } from '../../shared/active-uri';
import type { AnalysedLog } from '../../shared/analyses';
import { failureText } from '../../shared/failure-text';
import { twinOf } from '../../shared/text-view-uri';
import type { MarkingNeeds } from '../marking';
import { TriageHint } from './triage-hint';
import { type TriageOrder, TriageSession } from './triage-session';
import { endText } from './triage-words';
import { TypingGuard } from './typing-guard';

/** For `when` clauses of the keys. */
const triagingKey = 'oddline.triaging';
/** Between two editors VS Code has none in front for a moment. */
const settleMs = 300;
const endMessageMs = 6000;

/** Going through a log by single keys: its findings, or what teaches most. */
export class TriageMode implements vscode.Disposable {
  private readonly hint = new TriageHint();
  private readonly guard = new TypingGuard();
  private session: TriageSession | undefined;
  /** Says for a while that the one before came to its end: beside a new one it would confuse. */
  private ended: vscode.Disposable | undefined;
  private leaving: NodeJS.Timeout | undefined;
  private readonly subscription: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<void>();
  /** It has begun or ended. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly needs: MarkingNeeds) {
    const look = () => this.lookAround();
    this.subscription = vscode.Disposable.from(
      needs.analyses.onDidChange(() => void this.session?.changed()),
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.window.tabGroups.onDidChangeTabGroups(look),
    );
  }

  /** Undefined while nothing is gone through. */
  get uri(): vscode.Uri | undefined {
    return this.session?.uri;
  }

  commands(): Readonly<Record<string, () => unknown>> {
    const on = (work: (session: TriageSession) => Promise<void>) => async () => {
      if (this.session) await work(this.session);
    };
    return {
      'oddline.triage': () => this.begin('findings'),
      'oddline.nextToLabel': () => this.begin('proposals'),
      'oddline.triage.anomalous': on((session) => session.label('anomalous', 'group')),
      'oddline.triage.anomalousLine': on((session) => session.label('anomalous', 'one')),
      'oddline.triage.normal': on((session) => session.label('normal', 'group')),
      'oddline.triage.normalLine': on((session) => session.label('normal', 'one')),
      'oddline.triage.category': on((session) => session.labelWithCategory()),
      'oddline.triage.next': on((session) => session.skip()),
      'oddline.triage.back': on((session) => session.back()),
      'oddline.triage.undo': on((session) => session.undo()),
      'oddline.triage.end': () => this.end(),
    };
  }

  dispose(): void {
    clearTimeout(this.leaving);
    this.session?.close();
    this.subscription.dispose();
    this.guard.dispose();
    this.hint.dispose();
    this.changed.dispose();
  }

  private async begin(order: TriageOrder): Promise<void> {
    this.end();
    this.ended?.dispose();
    const log = await this.logInFront();
    if (!log) return;
    const session = await TriageSession.begin(this.needs, order, this.hint, log, () => this.end()).catch(
      tell,
    );
    if (!session) return tellNothing(order);
    this.session = session;
    this.changed.fire();
    await vscode.commands.executeCommand('setContext', triagingKey, true);
    await session.show();
    await this.guard.close(log.uri);
  }

  /** A log that was not analysed is analysed first. */
  private async logInFront(): Promise<AnalysedLog | undefined> {
    const { analyses } = this.needs;
    const uri = activeUri();
    const known = (uri && analyses.get(twinOf(uri))) ?? analyses.current();
    if (known) return known;
    return vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.detectAnomalies', uri);
  }

  private end(): void {
    const { session } = this;
    if (!session) return;
    this.session = undefined;
    session.close();
    void vscode.commands.executeCommand('setContext', triagingKey, false);
    void this.guard.open(session.uri);
    const told = `$(tag) ${endText(session.progress)}`;
    this.ended = vscode.window.setStatusBarMessage(told, endMessageMs);
    this.changed.fire();
  }

  /** Whoever goes to another editor types there: the keys must not wait for them here. */
  private lookAround(): void {
    clearTimeout(this.leaving);
    if (!this.session) return;
    this.leaving = setTimeout(() => {
      const uri = activeUri();
      if (this.session && (!uri || twinOf(uri).toString() !== this.session.uri.toString())) this.end();
    }, settleMs);
  }
}

function tell(error: unknown): undefined {
  void vscode.window.showErrorMessage(failureText(error));
  return undefined;
}

function tellNothing(order: TriageOrder): void {
  const text =
    order === 'findings'
      ? vscode.l10n.t(
          'Every anomaly of this log is labelled, or there is none. Next to Label offers what else teaches.',
        )
      : vscode.l10n.t('There is nothing left that would teach much: labels speak of what is in this log.');
  void vscode.window.showInformationMessage(text);
}
