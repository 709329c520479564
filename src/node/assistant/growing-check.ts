import { completedBlocks } from '../../engine/citations/answer-blocks';
import type { CheckedAnswer } from '../../engine/citations/checked-citation';
import type { AnswerCheck } from './answer-check';
import type { Breather } from './breather';

/** Behind a blank line, where no list and no table goes on: what follows is read the same whatever came before. */
const fresh = /\n[ \t]*\r?\n(?=\S)/g;

/**
 * Checks an answer that grows: each part of it once, with others let in between, and never differently from all of it at once.
 */
export class GrowingCheck {
  private checked: CheckedAnswer = { text: '', citations: [], struck: 0 };
  private upTo = 0;

  constructor(
    private readonly check: AnswerCheck,
    private readonly breather: Breather,
  ) {}

  /** Up to where a text that begins with what was checked can be checked by now. */
  settledEnd(text: string): number {
    return this.upTo + completedBlocks(text.slice(this.upTo));
  }

  /** Of all of `text`, which begins with what was checked before. Rejects as `AnswerCheck.check` does. */
  async all(text: string, signal: AbortSignal): Promise<CheckedAnswer> {
    const rest = text.slice(this.upTo);
    let at = 0;
    for (const { index, 0: gap } of rest.matchAll(fresh)) {
      const end = index + gap.length;
      const part = rest.slice(at, end);
      if (completedBlocks(part) < part.length) continue;
      this.checked = joined(this.checked, await this.check.check(part, this.breather, signal));
      this.upTo += part.length;
      at = end;
      await this.breather.breathe();
    }
    return joined(this.checked, await this.check.check(rest.slice(at), this.breather, signal));
  }
}

function joined(first: CheckedAnswer, second: CheckedAnswer): CheckedAnswer {
  const offset = first.citations.length;
  const text = second.text.replace(/\uE000(\d+)\uE001/g, (_, at) => `\uE000${Number(at) + offset}\uE001`);
  return {
    text: first.text + text,
    citations: [...first.citations, ...second.citations],
    struck: first.struck + second.struck,
  };
}
