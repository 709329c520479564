import type { AnswerCheck } from './answer-check';
import type { Listener } from './exchange';
import type { InvestigationEvent, InvestigationParts, Restorer } from './investigation';
import { emptyAnswer } from './sentences';
import { ToldAnswer } from './told-answer';

export interface AnswerSurroundings {
  readonly check: AnswerCheck;
  readonly parts: Pick<InvestigationParts, 'shield' | 'tell' | 'now'>;
  readonly say: (event: InvestigationEvent) => void;
  readonly signal: AbortSignal;
}

/** An answer in Markdown, told as it comes. */
export class TextAnswer implements Listener {
  private readonly told: ToldAnswer;

  constructor(
    private readonly around: AnswerSurroundings,
    resumed: string,
  ) {
    this.told = toldAnswer(around, resumed);
  }

  get hasBegun(): boolean {
    return this.told.text.trim() !== '';
  }

  add(piece: string): void {
    this.told.add(piece);
  }

  endRound(): void {
    this.told.endRound();
  }

  takeBack(): Promise<void> {
    return this.told.takeBack();
  }

  async finish(_reason: string): Promise<void> {
    await this.told.finish();
    if (this.hasBegun) return;
    this.around.say({ kind: 'notice', severity: 'warning', sentence: emptyAnswer });
  }
}

export function toldAnswer({ check, parts, say, signal }: AnswerSurroundings, resumed: string): ToldAnswer {
  const { shield, tell, now } = parts;
  const restorer = () => shield?.restorer() ?? asItIs;
  return new ToldAnswer({ check, restorer, words: tell, tell: say, signal, now }, resumed);
}

const asItIs: Restorer = { push: (piece) => piece, end: () => '' };
