/** Items by falling key; of equal keys the one pushed with the lower rank comes first. */
export class MaxHeap<Item> {
  private readonly nodes: { readonly key: number; readonly rank: number; readonly item: Item }[] = [];

  push(key: number, rank: number, item: Item): void {
    const { nodes } = this;
    let at = nodes.push({ key, rank, item }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The highest key's item; undefined where there is none. */
  pop(): Item | undefined {
    const { nodes } = this;
    if (nodes.length === 0) return undefined;
    this.swap(0, nodes.length - 1);
    const top = nodes.pop();
    for (let at = 0; ; ) {
      const best = this.firstOf(at, 2 * at + 1, 2 * at + 2);
      if (best === at) return top?.item;
      this.swap(at, best);
      at = best;
    }
  }

  private firstOf(at: number, left: number, right: number): number {
    const ofTwo = left < this.nodes.length && this.isBefore(left, at) ? left : at;
    return right < this.nodes.length && this.isBefore(right, ofTwo) ? right : ofTwo;
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.nodes[a], this.nodes[b]];
    return one.key > other.key || (one.key === other.key && one.rank < other.rank);
  }

  private swap(a: number, b: number): void {
    [this.nodes[a], this.nodes[b]] = [this.nodes[b], this.nodes[a]];
  }
}
