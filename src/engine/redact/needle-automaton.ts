const anyOther = 0;

/**
 * Aho and Corasick's automaton ("Efficient string matching", 1975) with all its failures worked out: one step a character finds every
 * needle. Characters are told apart only where needles do.
 */
export class NeedleAutomaton {
  /** By UTF-16 unit; 0 is in no needle. A capital letter of ASCII is its small one. */
  readonly classes = new Uint8Array(1 << 16);
  /** The next state, by `state << shift | class`. Begins in state 0. */
  readonly next: Uint16Array;
  readonly shift: number;
  /** States from here on end needles: those in `endings[state - firstEnding]`, by their place. */
  readonly firstEnding: number;
  readonly endings: readonly (readonly number[])[];

  /** `needles`: in lower case, none empty. */
  constructor(needles: readonly string[]) {
    this.shift = this.takeClasses(needles);
    const trie = trieOf(needles, this.classes);
    const order = withFailures(trie, 1 << this.shift);
    const plain = order.filter((node) => node.ends.length === 0);
    const ending = order.filter((node) => node.ends.length > 0);
    this.firstEnding = plain.length;
    this.endings = ending.map(({ ends }) => ends);
    this.next = this.table([...plain, ...ending]);
  }

  /** Returns how many bits tell the classes apart. */
  private takeClasses(needles: readonly string[]): number {
    let count = anyOther;
    for (const unit of needles.join('')) this.classes[unit.charCodeAt(0)] ||= ++count;
    for (let small = 97; small <= 122; small++) this.classes[small - 32] = this.classes[small];
    return 32 - Math.clz32(count);
  }

  private table(states: readonly TrieNode[]): Uint16Array {
    const numbers = new Map(states.map((node, number) => [node, number]));
    const next = new Uint16Array(states.length << this.shift);
    for (const [number, node] of states.entries())
      for (const [kind, to] of node.next.entries())
        if (to) next[(number << this.shift) | kind] = numbers.get(to) ?? 0;
    return next;
  }
}

interface TrieNode {
  /** By class. */
  readonly next: (TrieNode | undefined)[];
  readonly ends: number[];
}

function trieOf(needles: readonly string[], classes: Uint8Array): TrieNode {
  const root: TrieNode = { next: [], ends: [] };
  for (const [place, needle] of needles.entries()) {
    let node = root;
    for (const unit of needle) {
      const kind = classes[unit.charCodeAt(0)];
      node.next[kind] ??= { next: [], ends: [] };
      node = node.next[kind];
    }
    node.ends.push(place);
  }
  return root;
}

/** Fills in where each node goes by each class, level by level: what it fails to has been filled before. The root comes first. */
function withFailures(root: TrieNode, classes: number): readonly TrieNode[] {
  const order = [root];
  const failures = new Map<TrieNode, TrieNode>();
  for (const node of order) {
    const failure = failures.get(node);
    if (failure) node.ends.push(...failure.ends);
    for (let kind = 0; kind < classes; kind++) {
      const child = node.next[kind];
      const otherwise = failure === undefined ? root : failure.next[kind];
      if (child === undefined) node.next[kind] = otherwise;
      else {
        failures.set(child, otherwise ?? root);
        order.push(child);
      }
    }
  }
  return order;
}
