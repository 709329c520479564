import * as vscode from 'vscode';
import type { AssistantHostApi, AssistantState, AssistantViewApi } from '../../protocol/assistant';
import { type Handlers, Rpc } from '../../protocol/rpc';
import type { LogPage } from '../shared/log-panels';
import { showPage } from '../shared/show-page';
import { webviewPort } from '../shared/webview-port';
import { assistantActions } from './actions';
import { assistantState } from './assistant-state';
import type { LogAssistant } from './log-assistant';
import type { LogAssistants } from './log-assistants';
import type { AssistantParts } from './parts';

/** One page of an assistant and what it is told and answered. While it is hidden the page does not exist: it asks anew. */
export class AssistantPage implements LogPage {
  private readonly rpc: Rpc<AssistantHostApi, AssistantViewApi>;
  private readonly subscriptions: vscode.Disposable[] = [];
  private isReady = false;
  /** Of the log whose assistant is listened to. */
  private heard: LogAssistant | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly uri: () => vscode.Uri,
    private readonly assistants: LogAssistants,
    private readonly parts: AssistantParts,
  ) {
    const handlers: Handlers<AssistantHostApi> = {
      ...assistantActions(() => this.assistant(), uri, parts),
      ready: () => this.ready(),
    };
    this.rpc = new Rpc<AssistantHostApi, AssistantViewApi>(webviewPort(webview), handlers);
    const changed = () => void this.changed();
    this.subscriptions.push(
      parts.analyses.onDidChange(changed),
      parts.analyses.onDidProgress((one) => one.toString() === uri().toString() && changed()),
      parts.compared.onDidChange(changed),
      assistants.onDidChangeModel(changed),
    );
  }

  load(title: string): void {
    this.isReady = false;
    showPage(this.webview, { extensionUri: this.parts.extensionUri, name: 'assistant', title });
  }

  hidden(): void {
    this.isReady = false;
  }

  renamed(): void {
    void this.changed();
  }

  /** The field gets the focus, with the assistant's draft in it. */
  async focus(): Promise<void> {
    const assistant = await this.assistant();
    // A page that is not there yet asks `ready`, and the draft is in the answer.
    if (!this.isReady) return;
    this.rpc.notify('focus', assistant.draft);
    assistant.draft = '';
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.rpc.close();
  }

  private async assistant(): Promise<LogAssistant> {
    const assistant = await this.assistants.of(this.uri());
    if (assistant !== this.heard) this.listen(assistant);
    return assistant;
  }

  private listen(assistant: LogAssistant): void {
    this.heard = assistant;
    const isShown = () => this.isReady && this.heard === assistant;
    this.subscriptions.push(
      assistant.onDidChange(() => void this.changed()),
      assistant.onDidTell((told) => {
        if (!isShown()) return;
        if (told.kind === 'turn') this.rpc.notify('turn', told.turn);
        else this.rpc.notify('text', { turn: told.turn, text: told.text });
      }),
    );
  }

  private async ready(): Promise<AssistantState> {
    const assistant = await this.assistant();
    this.isReady = true;
    const state = this.state(assistant, vscode.l10n.bundle ?? {});
    assistant.draft = '';
    return state;
  }

  private async changed(): Promise<void> {
    if (!this.isReady) return;
    const assistant = await this.assistant();
    if (this.isReady) this.rpc.notify('state', this.state(assistant, {}));
  }

  /** Made in one go: what is told of a turn afterwards is behind it. */
  private state(assistant: LogAssistant, texts: AssistantState['texts']): AssistantState {
    return assistantState(this.uri(), assistant, this.parts, texts);
  }
}
