/** Kinds told apart; the lines of further shapes are weighed one by one. */
const mostKinds = 200_000;

/** What a line of a kind is beside what it says; `listing` begins what is listed of a step before it runs. */
export type LineRole = 'none' | 'command' | 'listing' | 'listing-end';

/** Lines of one shape. Ids are dense, in order of first appearance. */
export class LineKinds {
  /** Of all lines whose shape came when there was no room for a further kind. */
  static readonly other = 0;
  /** By kind. */
  readonly counts: number[] = [0];
  /** By kind: the last line that is of it, from 0. */
  readonly lasts: number[] = [0];
  readonly weights: number[] = [0];
  readonly roles: LineRole[] = ['none'];
  /** By kind: whether a good log has lines of its shape. */
  readonly usual: boolean[] = [false];
  private readonly ids = new Map<number, number>();
  private readonly usualShapes = new Set<number>();

  get size(): number {
    return this.counts.length;
  }

  /** Counts a line of the log and answers its kind: a new one where `size` has grown. */
  add(shape: number, line: number): number {
    const kind = this.ids.get(shape) ?? this.create(shape);
    this.counts[kind]++;
    this.lasts[kind] = line;
    return kind;
  }

  /** Whether a good log was learned. */
  get knowsUsual(): boolean {
    return this.usualShapes.size > 0;
  }

  /** A line of a good log: what is of its shape is usual. */
  addUsual(shape: number): void {
    if (this.usualShapes.size < mostKinds) this.usualShapes.add(shape);
  }

  private create(shape: number): number {
    if (this.size > mostKinds) return LineKinds.other;
    const kind = this.size;
    this.ids.set(shape, kind);
    this.counts.push(0);
    this.lasts.push(0);
    this.weights.push(0);
    this.roles.push('none');
    this.usual.push(this.usualShapes.has(shape));
    return kind;
  }
}
