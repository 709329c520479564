/** Disjoint sets of the numbers below `size` (Tarjan 1975: union by size with path halving). */
export class Merged {
  private readonly parents: Uint32Array;
  private readonly sizes: Uint32Array;

  constructor(size: number) {
    this.parents = Uint32Array.from({ length: size }, (_, index) => index);
    this.sizes = new Uint32Array(size).fill(1);
  }

  join(one: number, other: number): void {
    const [small, large] = this.bySize(this.rootOf(one), this.rootOf(other));
    if (small === large) return;
    this.parents[small] = large;
    this.sizes[large] += this.sizes[small];
  }

  /** Each ascending, in order of their least members. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    for (let member = 0; member < this.parents.length; member++) {
      const root = this.rootOf(member);
      const set = sets.get(root);
      if (set === undefined) sets.set(root, [member]);
      else set.push(member);
    }
    return [...sets.values()];
  }

  private bySize(one: number, other: number): readonly [small: number, large: number] {
    return this.sizes[one] < this.sizes[other] ? [one, other] : [other, one];
  }

  private rootOf(member: number): number {
    let root = member;
    while (this.parents[root] !== root) {
      this.parents[root] = this.parents[this.parents[root]];
      root = this.parents[root];
    }
    return root;
  }
}
