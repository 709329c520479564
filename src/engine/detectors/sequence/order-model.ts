import { type EventSequence, leastSurprise, surpriseAt } from './oddity';
import { rootStep, StepTrie } from './step-trie';

/** What comes next is judged by up to this many events before it; a third adds nothing but chance (docs/detection.md). */
const mostContext = 2;

const border = 0;

/** One step of a sequence that normal ones do not take. */
export interface StepSurprise {
  /** Index of the event; the sequence's length for its end. */
  readonly position: number;
  readonly compared: number;
  readonly alike: number;
  readonly surprise: number;
}

/**
 * What comes after what: a Markov model of variable order. A step is judged by the one or two events before it, whichever
 * make it more surprising.
 */
export class OrderModel {
  private readonly trie = new StepTrie();
  private learned = 0;

  learn(sequence: EventSequence): void {
    const { trie, learned } = this;
    for (let from = -1; from <= sequence.length; from++) {
      let node = rootStep;
      for (let at = from; at <= Math.min(from + mostContext, sequence.length) && node >= 0; at++)
        node = trie.learn(node, symbolAt(sequence, at), learned);
    }
    this.learned++;
  }

  /** `own` is 1 where the sequence was learned: it is not compared with itself. */
  oddSteps(sequence: EventSequence, own: number): StepSurprise[] {
    const odd: StepSurprise[] = [];
    for (let position = 0; position <= sequence.length; position++) {
      const step = this.strongest(sequence, position, own);
      if (step !== undefined) odd.push(step);
    }
    return odd;
  }

  /** The event that most often comes at this place, by all of the context that is known; null where sequences end there. */
  usualAt(sequence: EventSequence, position: number): number | null {
    for (let from = Math.max(-1, position - mostContext); from < position; from++) {
      const symbol = this.trie.commonestAfter(this.find(sequence, from, position));
      if (symbol !== undefined) return symbol === border ? null : symbol - 1;
    }
    return null;
  }

  private strongest(sequence: EventSequence, position: number, own: number): StepSurprise | undefined {
    let best: StepSurprise | undefined;
    for (let from = position - 1; from >= Math.max(-1, position - mostContext); from--) {
      const context = this.find(sequence, from, position);
      const compared = this.trie.sequencesOf(context) - own;
      if (Math.log(2 * compared + 2) < leastSurprise) break;
      const next = this.trie.step(context, symbolAt(sequence, position));
      if (next < 0 && this.trie.full) break;
      const alike = Math.max(0, this.trie.sequencesOf(next) - own);
      const surprise = surpriseAt(alike, compared);
      if (surprise >= (best?.surprise ?? leastSurprise)) best = { position, compared, alike, surprise };
    }
    return best;
  }

  private find(sequence: EventSequence, from: number, to: number): number {
    let node = rootStep;
    for (let at = from; at < to && node >= 0; at++) node = this.trie.step(node, symbolAt(sequence, at));
    return node;
  }
}

/** 0 before the start and behind the end. */
function symbolAt(sequence: EventSequence, at: number): number {
  return at < 0 || at >= sequence.length ? border : sequence[at] + 1;
}
