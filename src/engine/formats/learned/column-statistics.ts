import type { Token, TokenKind } from './line-tokens';

/** What stands in one token column, over the lines of a head. */
export class ColumnStatistics {
  private readonly tokens: readonly Token[];

  constructor(
    lines: readonly (readonly Token[])[],
    readonly index: number,
  ) {
    this.total = lines.length;
    this.tokens = lines.filter((line) => line.length > index).map((line) => line[index]);
    this.followed = lines.filter((line) => line.length > index + 1).length / Math.max(1, lines.length);
  }

  private readonly total: number;
  /** Share of the lines that go on after this column. */
  readonly followed: number;

  /** Share of all lines whose token passes. */
  share(passes: (token: Token) => boolean): number {
    return this.tokens.filter(passes).length / Math.max(1, this.total);
  }

  shareOf(kind: TokenKind): number {
    return this.share((token) => token.kind === kind);
  }

  /** The value most tokens have. */
  commonest(value: (token: Token) => string): string {
    const counts = new Map<string, number>();
    for (const token of this.tokens) counts.set(value(token), (counts.get(value(token)) ?? 0) + 1);
    return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
  }

  /** Distinct texts. */
  get distinct(): number {
    return new Set(this.tokens.map((token) => token.text)).size;
  }

  /** A time column: epochs must not run backwards, or ids of ten digits would pass for them. */
  get isOrdered(): boolean {
    const texts = this.tokens.filter((token) => token.kind === 'time').map((token) => token.text);
    const backwards = texts.filter((text, i) => i > 0 && text < texts[i - 1]).length;
    return backwards <= texts.length / 10;
  }
}
