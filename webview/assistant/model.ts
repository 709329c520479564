import type { AssistantState, Turn, TurnStatus } from '../../src/protocol/assistant';

/** What the parts of the page listen to. */
export type Change =
  /** Anything but a turn's own progress: the model, chips, conversations, the list of turns. */
  | { readonly kind: 'state' }
  /** One turn anew, or one more. */
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** The turn's answer went on. */
  | { readonly kind: 'text'; readonly turn: Turn }
  /** The field is to have the focus, and the text where there is one. */
  | { readonly kind: 'focus'; readonly draft: string };

type Listener = (change: Change) => void;

const runningStatuses: ReadonlySet<TurnStatus> = new Set(['waiting', 'investigating', 'answering']);

/** True while the host works on it: it can be stopped, and nothing else can be asked. */
export function isRunning({ status }: Turn): boolean {
  return runningStatuses.has(status);
}

/** What the page knows, shared by its parts. */
export class Model {
  private readonly listeners = new Set<Listener>();

  constructor(private current: AssistantState) {}

  /** With the turns as they stand now. */
  get state(): AssistantState {
    return this.current;
  }

  /** The turn the host works on. */
  get running(): Turn | undefined {
    return this.current.turns.findLast(isRunning);
  }

  /** Resolves the listener's end. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A snapshot of the host's; its texts stay those of the first. */
  update(state: AssistantState): void {
    this.current = state;
    this.tell({ kind: 'state' });
  }

  turnTold(turn: Turn): void {
    const { turns } = this.current;
    const isNew = turns.every(({ id }) => id !== turn.id);
    this.setTurns(isNew ? [...turns, turn] : turns.map((one) => (one.id === turn.id ? turn : one)));
    this.tell({ kind: 'turn', turn });
  }

  /** Of a turn the page does not have, nothing is kept: the host's next snapshot has it. */
  textTold(piece: { readonly turn: string; readonly text: string }): void {
    const former = this.current.turns.find(({ id }) => id === piece.turn);
    if (former === undefined) return;
    const turn = { ...former, answer: { ...former.answer, rest: former.answer.rest + piece.text } };
    this.setTurns(this.current.turns.map((one) => (one === former ? turn : one)));
    this.tell({ kind: 'text', turn });
  }

  focusTold(draft: string): void {
    this.tell({ kind: 'focus', draft });
  }

  private setTurns(turns: readonly Turn[]): void {
    this.current = { ...this.current, turns };
  }

  private tell(change: Change): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}
