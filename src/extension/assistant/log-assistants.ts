import * as vscode from 'vscode';
import { loadAssistant } from '../shared/load-assistant';
import { localise } from '../shared/localise';
import type { LogKeeper } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import { isChosen, modelSettings } from '../shared/model-settings';
import { Conversations } from './conversations';
import { Inquiries } from './inquiries';
import { LogAssistant } from './log-assistant';
import type { AssistantParts } from './parts';
import { turnByRules } from './turn-by-rules';
import { turnWords } from './turn-words';

interface Known {
  uri: vscode.Uri;
  readonly assistant: Promise<LogAssistant>;
}

/** One assistant a log, from its first page to the window's end: an answer goes on while nobody looks. */
export class LogAssistants implements LogKeeper, vscode.Disposable {
  private known: Known[] = [];
  private readonly unkept = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  /** Whoever answers, or what is hidden from it, is another now. */
  readonly onDidChangeModel = this.changed.event;

  constructor(private readonly parts: AssistantParts) {
    this.subscriptions = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('oddline.assistant') || event.affectsConfiguration('oddline.privacy'))
          this.changed.fire();
      }),
      parts.analyses.onDidChange(() => this.each((assistant) => assistant.prepare())),
    ];
  }

  of(uri: vscode.Uri): Promise<LogAssistant> {
    const key = uri.toString();
    const found = this.known.find((one) => one.uri.toString() === key);
    if (found) return found.assistant;
    const made: Known = { uri, assistant: this.make(() => made.uri) };
    this.known.push(made);
    made.assistant.catch(() => {
      this.known = this.known.filter((one) => one !== made);
    });
    return made.assistant;
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return this.known;
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const found = this.known.find(({ uri }) => uri.toString() === from.toString());
    if (found) found.uri = to;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.changed.dispose();
    this.each((assistant) => assistant.dispose());
  }

  /** Of those that could be made. */
  private each(act: (assistant: LogAssistant) => void): void {
    for (const { assistant } of this.known) void assistant.then(act, () => undefined);
  }

  /** An answer that cannot be kept is still shown; that it will be gone is told once a conversation. */
  private async keep(conversations: Conversations): Promise<void> {
    try {
      await conversations.keep(new Date().toISOString());
    } catch (error) {
      this.parts.output.info(`Conversation not kept: ${String(error)}`);
      if (this.unkept.has(conversations.id)) return;
      this.unkept.add(conversations.id);
      const text = vscode.l10n.t(
        'The conversation could not be kept: {0}. It is gone when the window closes; save it as a report.',
        error instanceof Error ? error.message : String(error),
      );
      void vscode.window.showWarningMessage(text);
    }
  }

  private async make(uri: () => vscode.Uri): Promise<LogAssistant> {
    const node = await loadAssistant();
    const store = new node.ConversationStore(this.parts.storageUri.fsPath, uri().toString());
    const { conversations, problems } = await Conversations.open(store, logName(uri()));
    for (const problem of problems) this.parts.output.info(localise(problem));
    const inquiries = new Inquiries(uri, this.parts, node);
    return new LogAssistant({
      conversations,
      inquiries,
      words: turnWords(modelSettings),
      keep: (changed) => this.keep(changed),
      byRules: (id, question) => turnByRules(id, question, uri(), this.parts),
      hasModel: () => isChosen(modelSettings()),
    });
  }
}
