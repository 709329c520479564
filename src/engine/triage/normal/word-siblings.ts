import type { MinedTemplates } from '../../features/mined-templates';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { SignatureId } from '../../model/units';
import { GapIndex } from './gap-index';

/** A much commoner signature that reads the same but for a few words. */
export interface UsualSibling {
  readonly signature: SignatureId;
  /** Words of the sibling, and of the signature itself, where they differ. */
  readonly usual: string;
  readonly here: string;
}

/** How many times commoner a sibling must be, and how often it must occur at least, to be called usual. */
const timesCommoner = 10;
const leastCount = 10;
/** Signatures looked up at most: the reasons of the first thousands of findings are read, if any are. */
const maxWanted = 5_000;
const stepSignatures = 4096;

/**
 * Finds usual siblings of the wanted signatures among all others: same number of tokens, different in one
 * position, or in two.
 * Only common signatures are hashed against it, so the work is linear in the signatures, not quadratic.
 */
export class WordSiblings {
  private readonly wanted = new GapIndex();
  private readonly wantedWords = new Map<SignatureId, readonly string[]>();
  private readonly best = new Map<SignatureId, SignatureId>();
  private readonly mined: MinedTemplates;

  constructor(private readonly statistics: TemplateStatistics) {
    this.mined = statistics.mined;
  }

  /** Yields now and then. */
  *search(wanted: ReadonlySet<SignatureId>): Generator<void, void> {
    for (const signature of [...wanted].slice(0, maxWanted)) this.want(signature);
    if (this.wanted.isEmpty) return;
    for (let i = 0; i < this.mined.signatureCount; i++) {
      if (this.statistics.signatureCounts[i] >= leastCount) this.offer(i as SignatureId);
      if (i % stepSignatures === 0) yield;
    }
  }

  of(signature: SignatureId): UsualSibling | undefined {
    const sibling = this.best.get(signature);
    if (sibling === undefined) return undefined;
    const usual = this.wordsOf(sibling);
    const here = this.wordsOf(signature);
    const usualWords = usual.filter((token, i) => token !== here[i]);
    // "usually `<path>`" shows nobody what is usual.
    if (usualWords.every((token) => !isWord(token))) return undefined;
    const sharedWords = usual.filter((token, i) => token === here[i] && isWord(token));
    // Two messages of one word each are no siblings.
    if (sharedWords.length < usualWords.length) return undefined;
    return {
      signature: sibling,
      usual: usualWords.join(' … '),
      here: here.filter((token, i) => token !== usual[i]).join(' … '),
    };
  }

  /** The class last: events of the same words may differ in it alone. */
  private wordsOf(signature: SignatureId): readonly string[] {
    const tokens = this.mined.tokensOf(signature);
    const eventClass = this.mined.eventClassOf(signature);
    return eventClass === '' ? tokens : [...tokens, eventClass];
  }

  private want(signature: SignatureId): void {
    const words = this.wordsOf(signature);
    this.wantedWords.set(signature, words);
    this.wanted.add(words, signature);
  }

  private offer(candidate: SignatureId): void {
    const words = this.wordsOf(candidate);
    this.wanted.forEachNear(words, (owner) => {
      const signature = owner as SignatureId;
      if (this.isBetter(signature, candidate, words)) this.best.set(signature, candidate);
    });
  }

  /** Nearer first (fewer words differ), then commoner; the earlier one of equals stays. */
  private isBetter(signature: SignatureId, candidate: SignatureId, words: readonly string[]): boolean {
    const counts = this.statistics.signatureCounts;
    if (counts[candidate] < counts[signature] * timesCommoner) return false;
    const own = this.wantedWords.get(signature) ?? [];
    const distance = distanceOf(own, words);
    if (distance === 0 || distance > 2) return false;
    const best = this.best.get(signature);
    if (best === undefined) return true;
    if (best === candidate) return false;
    const bestDistance = distanceOf(own, this.wordsOf(best));
    return distance < bestDistance || (distance === bestDistance && counts[candidate] > counts[best]);
  }
}

/** Positions in which they differ; a hash may lie, this does not. */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** Holds letters beside a variable. */
function isWord(token: string): boolean {
  return /\p{L}/u.test(token.replace(/<[a-z]+>/g, ''));
}
