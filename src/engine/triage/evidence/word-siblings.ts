import type { MinedTemplates } from '../../features/mined-templates';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { SignatureId } from '../../model/units';

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
/** Longer messages are compared in one position only: pairs grow with the square. */
const longestForPairs = 20;
const longestMessage = 64;
const stepSignatures = 4096;

/**
 * Finds usual siblings of the wanted signatures among all others: same number of tokens, different in one
 * position, or in two. Each message is hashed with those positions left out; equal hashes meet in a map.
 * Only common signatures are hashed against it, so the work is linear in the signatures, not quadratic.
 */
export class WordSiblings {
  private readonly wantedByGap = new Map<number, SignatureId[]>();
  private readonly best = new Map<SignatureId, SignatureId>();
  private readonly mined: MinedTemplates;

  constructor(private readonly statistics: TemplateStatistics) {
    this.mined = statistics.mined;
  }

  /** Yields now and then. */
  *search(wanted: ReadonlySet<SignatureId>): Generator<void, void> {
    for (const signature of [...wanted].slice(0, maxWanted)) this.want(signature);
    if (this.wantedByGap.size === 0) return;
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
    for (const hash of gapHashes(this.wordsOf(signature))) {
      const sharing = this.wantedByGap.get(hash);
      if (sharing === undefined) this.wantedByGap.set(hash, [signature]);
      else if (sharing.length < maxSharing) sharing.push(signature);
    }
  }

  private offer(candidate: SignatureId): void {
    for (const hash of gapHashes(this.wordsOf(candidate))) {
      for (const signature of this.wantedByGap.get(hash) ?? []) {
        if (this.isBetter(signature, candidate)) this.best.set(signature, candidate);
      }
    }
  }

  /** Nearer first (fewer words differ), then commoner; the earlier one of equals stays. */
  private isBetter(signature: SignatureId, candidate: SignatureId): boolean {
    const counts = this.statistics.signatureCounts;
    if (counts[candidate] < counts[signature] * timesCommoner) return false;
    const distance = this.distance(signature, candidate);
    if (distance === 0 || distance > 2) return false;
    const best = this.best.get(signature);
    if (best === undefined) return true;
    const bestDistance = this.distance(signature, best);
    return distance < bestDistance || (distance === bestDistance && counts[candidate] > counts[best]);
  }

  /** Positions in which they differ; a hash may lie, this does not. */
  private distance(a: SignatureId, b: SignatureId): number {
    const tokens = this.wordsOf(a);
    const others = this.wordsOf(b);
    if (tokens.length !== others.length) return Number.POSITIVE_INFINITY;
    return tokens.reduce((count, token, i) => (token === others[i] ? count : count + 1), 0);
  }
}

/** Signatures kept for one hash: thousands that differ in the same word would make every candidate slow. */
const maxSharing = 50;

/** Holds letters beside a variable. */
function isWord(token: string): boolean {
  return /\p{L}/u.test(token.replace(/<[a-z]+>/g, ''));
}

/** The message's hash with each position left out, and each two; sums of terms, so leaving out is subtracting. */
function gapHashes(tokens: readonly string[]): number[] {
  if (tokens.length < 2 || tokens.length > longestMessage) return [];
  const terms = tokens.map((token, i) => termOf(token, i));
  const all = terms.reduce((sum, term) => (sum + term) | 0, Math.imul(tokens.length, 0x9e3779b1));
  const hashes = terms.map((term) => (all - term) | 0);
  // Two of two or three words leave nothing that would still be the same message.
  if (tokens.length < 4 || tokens.length > longestForPairs) return hashes;
  for (let i = 1; i < terms.length; i++) {
    for (let j = 0; j < i; j++) hashes.push((all - terms[i] - terms[j]) | 0);
  }
  return hashes;
}

function termOf(token: string, position: number): number {
  let hash = Math.imul(position + 1, 0x85ebca6b);
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}
