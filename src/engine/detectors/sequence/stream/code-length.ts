/**
 * Bits it takes to say what comes next, as one learns it: after n times in a context the next is known by its share (c / (n + 1)),
 * or a new one of `alphabet` (1 / (n + 1)), as prediction by partial matching does (Cleary and Witten 1984, method A).
 */
export class CodeLength {
  bits = 0;
  private readonly pairs = new Map<number, number>();
  private readonly contexts = new Map<number, number>();

  constructor(private readonly alphabet: number) {}

  /** Both below 2^24. */
  add(context: number, next: number): void {
    const key = context * 0x1000000 + next;
    const known = this.contexts.get(context) ?? 0;
    const alike = this.pairs.get(key) ?? 0;
    this.bits += Math.log2(known + 1) + (alike === 0 ? Math.log2(this.alphabet) : -Math.log2(alike));
    this.pairs.set(key, alike + 1);
    this.contexts.set(context, known + 1);
  }
}
