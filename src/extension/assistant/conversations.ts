import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { StoredConversation, StoredTurn } from '../../node/assistant/conversation';
import type { ConversationStore, ListedConversation } from '../../node/assistant/conversation-store';

/** The one that is shown and those that are kept, of one log. */
export class Conversations {
  private listed: readonly ListedConversation[] = [];
  private shown = begun();
  /** Writes follow each other: of two the later is what is there in the end. */
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly store: ConversationStore,
    private readonly logName: string,
  ) {}

  /** With what could not be read of those that are kept. The one changed last is shown. */
  static async open(
    store: ConversationStore,
    logName: string,
  ): Promise<{ readonly conversations: Conversations; readonly problems: readonly Sentence[] }> {
    const conversations = new Conversations(store, logName);
    const problems = await conversations.list();
    const [newest] = conversations.listed;
    if (newest) await conversations.show(newest.id);
    return { conversations, problems };
  }

  get all(): readonly ListedConversation[] {
    return this.listed;
  }

  get id(): string {
    return this.shown.id;
  }

  get turns(): readonly StoredTurn[] {
    return this.shown.turns;
  }

  get current(): StoredConversation {
    return { ...this.shown, title: titleOf(this.shown.turns), logName: this.logName };
  }

  begin(): void {
    this.shown = begun();
  }

  /** Of one that is gone nothing changes. */
  async show(id: string): Promise<void> {
    const { conversation } = await this.store.read(id);
    if (conversation)
      this.shown = { id: conversation.id, turns: conversation.turns, changed: conversation.changed };
  }

  /** The turn takes its place, or is the last. It is kept by `keep`. */
  put(turn: StoredTurn): void {
    const { turns } = this.shown;
    const at = turns.findIndex(({ id }) => id === turn.id);
    this.shown = { ...this.shown, turns: at < 0 ? [...turns, turn] : turns.with(at, turn) };
  }

  /** A turn and all after it are taken back. */
  takeBack(turn: string): void {
    const at = this.shown.turns.findIndex(({ id }) => id === turn);
    if (at >= 0) this.shown = { ...this.shown, turns: this.shown.turns.slice(0, at) };
  }

  /** Rejects with what the file system throws. */
  keep(changed: string): Promise<void> {
    this.shown = { ...this.shown, changed };
    const kept = this.current;
    this.writing = this.writing
      .catch(() => undefined)
      .then(async () => {
        await this.store.write(kept);
        await this.list();
      });
    return this.writing;
  }

  async delete(id: string): Promise<void> {
    await this.store.delete(id);
    await this.list();
    if (id === this.shown.id) this.begin();
  }

  private async list(): Promise<readonly Sentence[]> {
    const { conversations, problems } = await this.store.list();
    this.listed = conversations;
    return problems;
  }
}

function begun(): Pick<StoredConversation, 'id' | 'turns' | 'changed'> {
  return { id: randomUUID(), turns: [], changed: '' };
}

function titleOf(turns: readonly StoredTurn[]): string {
  const question = turns[0]?.question.trim().split('\n', 1)[0] ?? '';
  return question === '' ? vscode.l10n.t('New conversation') : question;
}
