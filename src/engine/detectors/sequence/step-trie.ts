/** Nodes kept: 36 MB with the map. What is new beyond them is not learned, and no longer judged. */
const mostNodes = 1 << 19;

export const rootStep = 0;
const noStep = -1;

/** Runs of events as paths from the root, and how many sequences hold each at least once. */
export class StepTrie {
  private readonly children = new Map<number, number>();
  private readonly sequences: number[] = [0];
  private readonly seenIn: number[] = [-1];
  private readonly symbols: number[] = [-1];
  /** By node, the child that most sequences go on to. */
  private readonly commonest: number[] = [noStep];

  /** True once a run may have been turned away: that one is not known then says nothing. */
  get full(): boolean {
    return this.sequences.length >= mostNodes;
  }

  /** The run one symbol longer, or -1 where no sequence holds it. */
  step(node: number, symbol: number): number {
    return this.children.get(keyOf(node, symbol)) ?? noStep;
  }

  /** Learns the run one symbol longer as part of a sequence; -1 where there is no room for it. */
  learn(node: number, symbol: number, sequence: number): number {
    const known = this.step(node, symbol);
    if (known === noStep && this.full) return noStep;
    const child = known === noStep ? this.add(node, symbol) : known;
    if (this.seenIn[child] !== sequence) this.count(node, child, sequence);
    return child;
  }

  /** Sequences that hold the run. */
  sequencesOf(node: number): number {
    return node === noStep ? 0 : this.sequences[node];
  }

  /** The symbol that most often follows the run; undefined where none does. */
  commonestAfter(node: number): number | undefined {
    const child = node === noStep ? noStep : this.commonest[node];
    return child === noStep ? undefined : this.symbols[child];
  }

  private add(node: number, symbol: number): number {
    const child = this.sequences.length;
    this.children.set(keyOf(node, symbol), child);
    this.sequences.push(0);
    this.seenIn.push(-1);
    this.symbols.push(symbol);
    this.commonest.push(noStep);
    return child;
  }

  private count(node: number, child: number, sequence: number): void {
    this.seenIn[child] = sequence;
    this.sequences[child]++;
    const best = this.commonest[node];
    if (best === noStep || this.sequences[child] > this.sequences[best]) this.commonest[node] = child;
  }
}

function keyOf(node: number, symbol: number): number {
  return node * 0x2000000 + symbol;
}
