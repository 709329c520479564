import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { StoredConversation, StoredTurn } from '../../node/assistant/conversation';
import type { InvestigationEvent } from '../../node/assistant/investigation';
import { CitationsNow } from './citations-now';
import type { Conversations } from './conversations';
import { failureNotice } from './failure-notice';
import type { Asking, Attached, Inquiries } from './inquiries';
import { newTurn } from './new-turn';
import { type Piece, withoutPiece, withPiece } from './pieces';
import { afterEvent, ended, type TurnWords, withNotice } from './turn-progress';

export interface LogAssistantParts {
  readonly conversations: Conversations;
  readonly inquiries: Inquiries;
  readonly words: TurnWords;
  /** Rejects never: what cannot be kept is told. */
  readonly keep: (conversations: Conversations) => Promise<void>;
  /** Undefined where rules have no answer to it, or the log is not analysed. */
  readonly byRules: (id: string, question: string) => Promise<StoredTurn | undefined>;
  readonly hasModel: () => boolean;
}

/** What is told of a turn that goes on. */
export type Told =
  | { readonly kind: 'turn'; readonly turn: StoredTurn }
  | { readonly kind: 'text'; readonly turn: string; readonly text: string };

interface Running {
  readonly abort: AbortController;
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>;
}

/** The assistant of one log: what is attached, the conversation that is shown, and the question that is being answered, whether a page shows it or not. */
export class LogAssistant implements vscode.Disposable {
  pieces: readonly Piece[] = [{ kind: 'evidence' }];
  /** What the field is to hold when a page shows it next. */
  draft = '';
  private run: Running | undefined;
  private readonly citations = new CitationsNow();
  /** What the citations that are shown were held against last. */
  private heldAgainst: object | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly told = new vscode.EventEmitter<Told>();
  readonly onDidChange = this.changed.event;
  readonly onDidTell = this.told.event;

  constructor(private readonly parts: LogAssistantParts) {}

  get conversations(): Conversations {
    return this.parts.conversations;
  }

  get inquiries(): Inquiries {
    return this.parts.inquiries;
  }

  /** The conversation as it is shown: with what its citations lead to by now. */
  get shown(): StoredConversation {
    const { current } = this.conversations;
    return { ...current, turns: current.turns.map((turn) => this.citations.shown(turn)) };
  }

  get isRunning(): boolean {
    return this.run !== undefined;
  }

  attach(piece: Piece): void {
    this.pieces = withPiece(this.pieces, piece);
    this.changed.fire();
    this.prepare();
  }

  /** What of the pieces goes along, and what citations lead to, is known a moment later; where the log has another result, anew. */
  prepare(): void {
    const told = () => this.changed.fire();
    void this.holdCitations();
    for (const piece of this.pieces)
      if (!this.inquiries.isPrepared(piece)) this.inquiries.prepare(piece).then(told, told);
  }

  detach(id: string): void {
    this.pieces = withoutPiece(this.pieces, id);
    this.changed.fire();
  }

  /** What goes along with the next question. */
  attached(): Attached {
    return { pieces: this.pieces, earlier: this.conversations.turns, cut: undefined };
  }

  /** One question at a time: while one is answered nothing happens. */
  async ask(question: string): Promise<void> {
    if (this.run || question.trim() === '') return;
    const byRules = !this.parts.hasModel() && (await this.answerByRules(question.trim()));
    if (!byRules) await this.start(question.trim(), undefined);
  }

  stop(): void {
    this.run?.abort.abort();
  }

  /** The turn and all after it are taken back and asked anew, as `question` where that is given. */
  async retry(turn: string, question?: string): Promise<void> {
    const asked = question ?? this.turn(turn)?.question;
    if (this.run || asked === undefined) return;
    this.conversations.takeBack(turn);
    this.changed.fire();
    await this.ask(asked);
  }

  /** Goes on where the stream was cut. */
  async resume(turn: string): Promise<void> {
    const cut = this.turn(turn);
    if (this.run || !cut || cut.said === '') return;
    this.conversations.takeBack(turn);
    await this.start(cut.question, cut);
  }

  /** By rules alone: no model is asked. */
  async summarise(): Promise<void> {
    if (!this.run) await this.answerByRules('/summary');
  }

  async begin(): Promise<void> {
    await this.stopped();
    this.conversations.begin();
    this.inquiries.forgetSecrets();
    this.changed.fire();
  }

  async open(id: string): Promise<void> {
    await this.stopped();
    await this.conversations.show(id);
    this.inquiries.forgetSecrets();
    this.citations.forget();
    this.changed.fire();
    await this.holdCitationsAnew();
  }

  async delete(id: string): Promise<void> {
    if (id === this.conversations.id) await this.stopped();
    await this.conversations.delete(id);
    this.changed.fire();
  }

  dispose(): void {
    this.stop();
    this.inquiries.dispose();
    this.changed.dispose();
    this.told.dispose();
  }

  private async answerByRules(question: string): Promise<boolean> {
    const turn = await this.parts.byRules(randomUUID(), question);
    if (!turn) return false;
    this.conversations.put(turn);
    await this.parts.keep(this.conversations);
    this.changed.fire();
    return true;
  }

  private turn(id: string): StoredTurn | undefined {
    return this.conversations.turns.find((one) => one.id === id);
  }

  /** So that what came of it is kept before another conversation is shown. */
  private async stopped(): Promise<void> {
    this.stop();
    await this.run?.ended;
  }

  private async start(question: string, cut: StoredTurn | undefined): Promise<void> {
    const abort = new AbortController();
    const ended = this.answer(question, cut, abort.signal).finally(() => {
      this.run = undefined;
      this.changed.fire();
    });
    this.run = { abort, ended };
    this.changed.fire();
    await ended;
  }

  private async answer(question: string, cut: StoredTurn | undefined, signal: AbortSignal): Promise<void> {
    const id = randomUUID();
    const attached = { ...this.attached(), cut };
    this.put(newTurn(id, question, this.inquiries.badge));
    let hides = true;
    try {
      const asking = await this.inquiries.asking(question, attached);
      hides = asking.hides;
      this.put({ ...newTurn(id, question, asking.badge), context: asking.context });
      await this.follow(id, asking.events, signal);
    } catch (error) {
      this.failed(id, error, signal);
    }
    const turn = this.turn(id);
    if (turn) this.conversations.put({ ...turn, hidden: hides ? await this.inquiries.hiddenIn(turn) : null });
    await this.parts.keep(this.conversations);
    await this.holdCitationsAnew();
  }

  /** The log may have another result since an answer began, and another conversation was held against none. */
  private holdCitationsAnew(): Promise<void> {
    this.heldAgainst = undefined;
    return this.holdCitations();
  }

  /** A thread that has ended tells nothing: the next result does. */
  private async holdCitations(): Promise<void> {
    const { result } = this.inquiries;
    if (result === undefined || result === this.heldAgainst) return;
    this.heldAgainst = result;
    const { turns } = this.conversations;
    const isOther = await this.citations
      .hold(turns, (document) => this.inquiries.recordsOf(document))
      .catch(() => false);
    if (isOther) this.changed.fire();
  }

  private async follow(id: string, events: Asking['events'], signal: AbortSignal): Promise<void> {
    for await (const event of events(signal)) {
      const turn = this.turn(id);
      if (!turn) return;
      const next = afterEvent(turn, event, this.parts.words);
      this.conversations.put(next);
      this.tell(event, next);
    }
  }

  private tell(event: InvestigationEvent, turn: StoredTurn): void {
    if (event.kind === 'text') this.told.fire({ kind: 'text', turn: turn.id, text: event.text });
    else if (event.kind !== 'asking') this.told.fire({ kind: 'turn', turn });
  }

  private failed(id: string, error: unknown, signal: AbortSignal): void {
    const turn = this.turn(id);
    if (!turn) return;
    if (signal.aborted) this.put(ended(turn, 'stopped'));
    else this.put(withNotice(ended(turn, 'failed'), failureNotice(error)));
  }

  private put(turn: StoredTurn): void {
    this.conversations.put(turn);
    this.told.fire({ kind: 'turn', turn });
  }
}
