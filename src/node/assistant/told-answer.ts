import { withoutMarks } from '../../engine/citations/marks';
import type { Sentence } from '../../engine/model/finding';
import { toldCitation } from '../../protocol/told-citation';
import type { AnswerCheck } from './answer-check';
import { Breather } from './breather';
import { GrowingCheck } from './growing-check';
import type { InvestigationEvent, Restorer } from './investigation';
import { Joint } from './joint';

type Tell = (event: InvestigationEvent) => void;

interface Surroundings {
  readonly check: AnswerCheck;
  readonly restorer: () => Restorer;
  /** A sentence in the reader's language. */
  readonly words: (sentence: Sentence) => string;
  readonly tell: Tell;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/**
 * An answer as it comes: text is told at once and held against the log beside that, as soon as a block of it is whole. Checking never
 * holds text back; while one check runs, what comes is checked by the next.
 */
export class ToldAnswer {
  /** All that was told of the answer. */
  text = '';
  private keeps = 0;
  private checkedTo = 0;
  private toCheck = 0;
  private checking: Promise<void> | undefined;
  private failure: unknown;
  private restorer: Restorer;
  private growing: GrowingCheck;
  private joint: Joint | undefined;

  /** `said`: what it goes on behind; empty where it begins. */
  constructor(
    private readonly around: Surroundings,
    said: string,
  ) {
    this.restorer = around.restorer();
    this.growing = growingCheck(around);
    if (said === '') return;
    this.say(withoutMarks(said));
    this.keeps = this.text.length;
    this.joint = new Joint(this.text);
  }

  /** A piece as the model wrote it. */
  add(piece: string): void {
    const restored = withoutMarks(this.restorer.push(piece));
    this.say(this.joint?.push(restored) ?? restored);
  }

  /** The model has said all it says in this round. */
  endRound(): void {
    const restored = withoutMarks(this.restorer.end());
    const rest = this.joint === undefined ? restored : this.joint.push(restored) + this.joint.end();
    this.restorer = this.around.restorer();
    this.say(rest);
  }

  /** What this round said is no part of the answer: the model goes on to use tools. */
  async takeBack(): Promise<void> {
    await this.checking;
    if (this.text.length === this.keeps) return;
    const text = this.text.slice(this.keeps);
    this.text = this.text.slice(0, this.keeps);
    this.checkedTo = 0;
    this.toCheck = 0;
    this.joint = this.keeps === 0 ? undefined : new Joint(this.text);
    this.around.tell({ kind: 'aside', text, keeps: this.keeps });
    this.growing = growingCheck(this.around);
    this.checkTo(this.growing.settledEnd(this.text));
  }

  /** Resolves once all of it was checked and told so. */
  async finish(): Promise<void> {
    this.checkTo(this.text.length);
    await this.checking;
    if (this.failure !== undefined) throw this.failure;
  }

  private say(text: string): void {
    if (text === '') return;
    this.text += text;
    this.around.tell({ kind: 'text', text });
    if (text.includes('\n')) this.checkTo(this.growing.settledEnd(this.text));
  }

  private checkTo(end: number): void {
    this.toCheck = Math.max(this.toCheck, end);
    if (this.toCheck <= this.checkedTo) return;
    this.checking ??= this.checkOn();
  }

  private async checkOn(): Promise<void> {
    const { tell, words, signal } = this.around;
    try {
      while (this.toCheck > this.checkedTo) {
        const upTo = this.toCheck;
        const { text, citations, struck } = await this.growing.all(this.text.slice(0, upTo), signal);
        this.checkedTo = upTo;
        const told = citations.map((citation) => toldCitation(citation, words));
        tell({ kind: 'checked', text, citations: told, struck, upTo });
      }
    } catch (error) {
      this.failure = error;
      this.toCheck = this.checkedTo;
    } finally {
      this.checking = undefined;
    }
  }
}

function growingCheck({ check, now }: Surroundings): GrowingCheck {
  return new GrowingCheck(check, new Breather(now));
}
