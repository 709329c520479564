import type { FailureWords } from './line-evidence';
import type { LineWordings, Wording } from './line-wordings';
import type { WordingCounts } from './wording-counts';

/** Wordings that not all good logs have which are looked at: two runs of one job differ in fewer. */
const mostLookedAt = 5000;
/** A list of more words is no sentence with a name in it. */
const mostTokens = 40;

/** Wordings of good logs that are alike but for one word. */
interface Shape {
  /** Which good logs have the first of them. */
  readonly holders: string;
  /** Whether another good log has another one: a name stands there. */
  varies: boolean;
  /** The most that one of them says of a failure. */
  worst: number;
}

/**
 * Lines in which good logs differ from each other by one word. Another word there in the bad log is no news, unless it
 * tells more of a failure than any word of the good logs did.
 */
export class VaryingWordings {
  /** By place of the word, and the other words. */
  private readonly shapes = new Map<string, Shape>();
  private readonly asked = new Map<Wording, boolean>();

  constructor(
    private readonly wordings: LineWordings,
    private readonly words: FailureWords,
    goods: readonly WordingCounts[],
  ) {
    let room = goods.length > 1 ? mostLookedAt : 0;
    for (let wording = 0; wording < wordings.count && room > 0; wording++) {
      const holders = goods.map((good) => (good.of(wording as Wording) > 0 ? '1' : '0')).join('');
      if (!holders.includes('1') || !holders.includes('0')) continue;
      this.add(wording as Wording, holders);
      room--;
    }
  }

  covers(wording: Wording): boolean {
    if (this.shapes.size === 0) return false;
    const before = this.asked.get(wording);
    if (before !== undefined) return before;
    const covered = this.isAlike(wording);
    this.asked.set(wording, covered);
    return covered;
  }

  private isAlike(wording: Wording): boolean {
    const { score } = this.words.of(wording);
    return this.keysOf(wording).some((key) => {
      const shape = this.shapes.get(key);
      return shape?.varies === true && score <= shape.worst;
    });
  }

  private add(wording: Wording, holders: string): void {
    const { score } = this.words.of(wording);
    for (const key of this.keysOf(wording)) {
      const known = this.shapes.get(key);
      if (known === undefined) this.shapes.set(key, { holders, varies: false, worst: score });
      else {
        known.varies ||= known.holders !== holders;
        known.worst = Math.max(known.worst, score);
      }
    }
  }

  /** One a word, without it. A word alone is no shape. */
  private keysOf(wording: Wording): string[] {
    const tokens = this.wordings.tokensOf(wording);
    if (tokens.length < 2 || tokens.length > mostTokens) return [];
    return tokens.map((_, i) => `${i} ${tokens.toSpliced(i, 1).join(' ')}`);
  }
}
