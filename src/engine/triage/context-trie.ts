const firstCapacity = 1 << 10;

/**
 * Paths of numbers (what stands around a record) with a count at every node. A look-up goes from a node to its child:
 * open addressing over (parent, word) in typed arrays, no object and no string a record. Node 0 is the root.
 */
export class ContextTrie {
  private parents = new Uint32Array(firstCapacity);
  private words = new Uint32Array(firstCapacity);
  /** 0 is an empty slot: the root is nobody's child. */
  private children = new Uint32Array(firstCapacity);
  private counts = new Uint32Array(firstCapacity);
  private nodes = 0;

  /** The child, or 0 where there is none. */
  child(parent: number, word: number): number {
    return this.children[this.slotOf(parent, word)];
  }

  addChild(parent: number, word: number): number {
    const slot = this.slotOf(parent, word);
    if (this.children[slot] !== 0) return this.children[slot];
    const node = ++this.nodes;
    this.put(slot, parent, word, node);
    if (this.nodes * 2 >= this.children.length) this.grow();
    return node;
  }

  count(node: number): number {
    return this.counts[node];
  }

  countOne(node: number): void {
    this.counts[node]++;
  }

  private put(slot: number, parent: number, word: number, node: number): void {
    this.parents[slot] = parent;
    this.words[slot] = word;
    this.children[slot] = node;
  }

  /** Where the child is, or where it would be put. */
  private slotOf(parent: number, word: number): number {
    const mask = this.children.length - 1;
    const mixed = Math.imul(Math.imul(parent, 0x9e3779b1) ^ word, 0x85ebca77);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.children[slot] !== 0 && (this.parents[slot] !== parent || this.words[slot] !== word)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { parents, words, children, counts } = this;
    const capacity = children.length * 2;
    this.parents = new Uint32Array(capacity);
    this.words = new Uint32Array(capacity);
    this.children = new Uint32Array(capacity);
    this.counts = new Uint32Array(capacity);
    this.counts.set(counts);
    for (let old = 0; old < children.length; old++) {
      if (children[old] === 0) continue;
      this.put(this.slotOf(parents[old], words[old]), parents[old], words[old], children[old]);
    }
  }
}
