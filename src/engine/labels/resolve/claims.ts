import type { TaughtLabel } from '../label';

/** Of a made-up file all pairs would fill the memory. */
const mostTold = 20;

/** What labels of one kind say of things: a record, a template, a shape. */
export class Claims<Thing> {
  /** Most things have one: an incident may have a million records, and a list each would fill the memory. */
  private readonly labelsOf = new Map<Thing, number | number[]>();

  constructor(private readonly given: readonly Pick<TaughtLabel, 'verdict'>[]) {}

  get things(): IterableIterator<Thing> {
    return this.labelsOf.keys();
  }

  /** All that one label says comes together. */
  add(thing: Thing, label: number): void {
    const others = this.labelsOf.get(thing);
    if (others === undefined) this.labelsOf.set(thing, label);
    else if (typeof others === 'number') {
      if (others !== label) this.labelsOf.set(thing, [others, label]);
    } else if (others[others.length - 1] !== label) others.push(label);
  }

  /** The first label that speaks of it; undefined where none does, or two disagree. */
  holding(thing: Thing): number | undefined {
    const labels = this.labelsOf.get(thing);
    if (labels === undefined || typeof labels === 'number') return labels;
    const [first] = labels;
    return labels.every((label) => this.given[label].verdict === this.given[first].verdict)
      ? first
      : undefined;
  }

  /** Tells pairs of labels that disagree about one thing: each label that disagrees is in one, and each in few. */
  tellConflicts(tell: (one: number, other: number) => void): void {
    for (const labels of this.labelsOf.values()) {
      if (typeof labels === 'number') continue;
      const [first] = labels;
      const isAsFirst = (label: number) => this.given[label].verdict === this.given[first].verdict;
      const others = labels.filter((label) => !isAsFirst(label));
      if (others.length === 0) continue;
      const alike = labels.filter(isAsFirst);
      for (const one of alike) for (const other of others.slice(0, mostTold)) tell(one, other);
      for (const one of alike.slice(0, mostTold))
        for (const other of others.slice(mostTold)) tell(one, other);
    }
  }
}
