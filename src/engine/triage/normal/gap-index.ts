/** Longer messages are compared in one position only: pairs grow with the square. */
const longestForPairs = 20;
const longestMessage = 64;
/** Owners kept for one hash: thousands that differ in the same word would make every look-up slow. */
const maxSharing = 50;
const firstCapacity = 1 << 12;
const none = -1;

/**
 * Finds messages that differ from a given one in a word, or in two: each is hashed with those positions left out, and equal
 * hashes meet. Chains in typed arrays, 12 bytes a hash: a message has up to 210 of them, and a list for each took most
 * of the search. A hash may lie: who asks compares the words.
 */
export class GapIndex {
  private heads = new Int32Array(firstCapacity).fill(none);
  private hashes = new Int32Array(firstCapacity);
  private owners = new Uint32Array(firstCapacity);
  private links = new Int32Array(firstCapacity);
  private size = 0;
  private readonly gaps = new Int32Array(gapsOf(longestForPairs) + longestMessage);

  get isEmpty(): boolean {
    return this.size === 0;
  }

  add(words: readonly string[], owner: number): void {
    const count = writeGaps(words, this.gaps);
    for (let i = 0; i < count; i++) this.put(this.gaps[i], owner);
  }

  /** Hears every owner that may differ in so few words, some more than once. */
  forEachNear(words: readonly string[], hear: (owner: number) => void): void {
    const count = writeGaps(words, this.gaps);
    for (let i = 0; i < count; i++) {
      const hash = this.gaps[i];
      for (let at = this.heads[this.slotOf(hash)]; at !== none; at = this.links[at]) {
        if (this.hashes[at] === hash) hear(this.owners[at]);
      }
    }
  }

  private put(hash: number, owner: number): void {
    let sharing = 0;
    for (let at = this.heads[this.slotOf(hash)]; at !== none; at = this.links[at]) {
      if (this.hashes[at] === hash) sharing++;
    }
    if (sharing >= maxSharing) return;
    if (this.size === this.hashes.length) this.grow();
    this.hashes[this.size] = hash;
    this.owners[this.size] = owner;
    this.link(this.size++);
  }

  private link(at: number): void {
    const slot = this.slotOf(this.hashes[at]);
    this.links[at] = this.heads[slot];
    this.heads[slot] = at;
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.heads.length - 1);
  }

  private grow(): void {
    const capacity = this.hashes.length * 2;
    const { hashes, owners } = this;
    this.hashes = new Int32Array(capacity);
    this.hashes.set(hashes);
    this.owners = new Uint32Array(capacity);
    this.owners.set(owners);
    this.links = new Int32Array(capacity);
    this.heads = new Int32Array(capacity).fill(none);
    for (let at = 0; at < this.size; at++) this.link(at);
  }
}

const terms = new Int32Array(longestMessage);

/**
 * Writes the message's hash with each position left out, and each two; gives their number. Sums of terms, so leaving out
 * is subtracting.
 */
function writeGaps(words: readonly string[], gaps: Int32Array): number {
  const { length } = words;
  if (length < 2 || length > longestMessage) return 0;
  let all = Math.imul(length, 0x9e3779b1);
  for (let i = 0; i < length; i++) {
    terms[i] = termOf(words[i], i);
    all = (all + terms[i]) | 0;
  }
  let count = 0;
  for (let i = 0; i < length; i++) gaps[count++] = all - terms[i];
  // Two of two or three words leave nothing that would still be the same message.
  if (length < 4 || length > longestForPairs) return count;
  for (let i = 1; i < length; i++) {
    for (let j = 0; j < i; j++) gaps[count++] = all - terms[i] - terms[j];
  }
  return count;
}

function gapsOf(length: number): number {
  return length + (length * (length - 1)) / 2;
}

function termOf(token: string, position: number): number {
  let hash = Math.imul(position + 1, 0x85ebca6b);
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}
