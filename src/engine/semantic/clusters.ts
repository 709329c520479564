import { dot, rowCount, type VectorTable } from './vector-table';

/** Members the most central first. */
export type Cluster = readonly number[];

/**
 * Rows grouped by what they mean: those two groups become one that are most alike on average over all their pairs, until no two are as
 * alike as `least` (a cosine). Average linkage, by chains of nearest neighbours (Murtagh 1983): n² cosines, and no chance in it.
 * The largest group first, then the one with the first row. A row of zeros stays alone.
 */
export function clustersOf(table: VectorTable, least: number): readonly Cluster[] {
  const count = rowCount(table);
  const linkage = new Linkage(table, count);
  for (let seed = linkage.anyLeft(); seed >= 0; seed = linkage.anyLeft()) linkage.follow(seed, least);
  return linkage.groups
    .flatMap((members) => (members.length > 0 ? [mostCentralFirst(members, table)] : []))
    .sort((a, b) => b.length - a.length || Math.min(...a) - Math.min(...b));
}

/** Cosines of all pairs of groups, on average over their rows; a group goes by the number of its first row. */
class Linkage {
  readonly groups: number[][];
  private readonly cosines: Float64Array;
  /** Groups that have found their end: nothing is as like them as it has to be. */
  private readonly settled: Uint8Array;
  private searchedTo = 0;

  constructor(
    table: VectorTable,
    private readonly count: number,
  ) {
    this.groups = Array.from({ length: count }, (_, row) => [row]);
    this.settled = new Uint8Array(count);
    this.cosines = new Float64Array(count * count);
    for (let row = 0; row < count; row++) {
      for (let other = 0; other < row; other++) this.set(row, other, dot(table, row, table.rows, other));
    }
  }

  /** A group that is not settled; -1 where all are. */
  anyLeft(): number {
    while (this.searchedTo < this.count && !this.isLeft(this.searchedTo)) this.searchedTo++;
    return this.searchedTo < this.count ? this.searchedTo : -1;
  }

  /** Goes from a group to its nearest and on, until two are each other's nearest: they become one, or are settled. */
  follow(seed: number, least: number): void {
    const chain = [seed];
    while (chain.length > 0) {
      const last = chain[chain.length - 1];
      const before = chain.length > 1 ? chain[chain.length - 2] : -1;
      const next = this.nearestOf(last, before);
      if (next < 0 || this.cosine(last, next) < least) {
        // Each in the chain is at most as like its nearest as the last is, and an average of what is too little is too little.
        for (const group of chain) this.settled[group] = 1;
        return;
      }
      if (next === before) {
        this.merge(Math.min(last, next), Math.max(last, next));
        chain.length -= 2;
      } else chain.push(next);
    }
  }

  private isLeft(group: number): boolean {
    return this.groups[group].length > 0 && this.settled[group] === 0;
  }

  /** Among equals the one before it in the chain, or the chain would go in circles; then the first. */
  private nearestOf(group: number, before: number): number {
    let nearest = before;
    for (let other = 0; other < this.count; other++) {
      if (other === group || !this.isLeft(other)) continue;
      if (nearest < 0 || this.cosine(group, other) > this.cosine(group, nearest)) nearest = other;
    }
    return nearest;
  }

  /** Lance and Williams: the average over all pairs, by those of both. */
  private merge(kept: number, gone: number): void {
    const { length: ours } = this.groups[kept];
    const { length: theirs } = this.groups[gone];
    for (let other = 0; other < this.count; other++) {
      if (other === kept || other === gone || this.groups[other].length === 0) continue;
      const sum = ours * this.cosine(kept, other) + theirs * this.cosine(gone, other);
      this.set(kept, other, sum / (ours + theirs));
    }
    this.groups[kept].push(...this.groups[gone]);
    this.groups[gone].length = 0;
  }

  private cosine(group: number, other: number): number {
    return this.cosines[group * this.count + other];
  }

  private set(group: number, other: number, cosine: number): void {
    this.cosines[group * this.count + other] = cosine;
    this.cosines[other * this.count + group] = cosine;
  }
}

/** By the cosine with the sum of all members. */
function mostCentralFirst(members: readonly number[], table: VectorTable): Cluster {
  const middle = new Float32Array(table.dimensions);
  for (const member of members) {
    for (let at = 0; at < middle.length; at++) middle[at] += table.rows[member * table.dimensions + at];
  }
  const central = new Map(members.map((member) => [member, dot(table, member, middle, 0)]));
  return members.toSorted((a, b) => (central.get(b) ?? 0) - (central.get(a) ?? 0) || a - b);
}
