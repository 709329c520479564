/** Something to be said of: a finding, or a group that is worth a label. */
export interface Candidate {
  /** Stays the same while its log is judged anew. */
  readonly id: string;
  /** What one key speaks of: all candidates of the group are labelled with it. */
  readonly group: string;
}

/** `group`: all that one key speaks of; `one`: the candidate alone. */
export type LabelScope = 'group' | 'one';

interface Said {
  readonly id: string;
  readonly group: string;
  readonly scope: LabelScope;
}

/**
 * Where a person is on the way through candidates, the first of the list first. Nothing here waits: what was said counts at once, the
 * log may be judged anew much later (`refresh`).
 */
export class Triage<Item extends Candidate> {
  private said: readonly Said[] = [];
  /** Ids, in the order they were passed over. */
  private passed: readonly string[] = [];
  private shown: Item | undefined;

  constructor(private candidates: readonly Item[]) {
    this.shown = this.next();
  }

  /** Undefined where nothing is left. */
  get current(): Item | undefined {
    return this.shown;
  }

  get labelled(): number {
    return this.said.length;
  }

  /** The current one and those after it. */
  get left(): number {
    const { isOpen, shown } = this;
    return this.candidates.filter((one) => one.id === shown?.id || isOpen(one)).length;
  }

  get skipped(): readonly string[] {
    return this.passed;
  }

  /** What was labelled; undefined where nothing is left. */
  label(scope: LabelScope): Item | undefined {
    const { shown } = this;
    if (!shown) return undefined;
    this.said = [...this.said, { id: shown.id, group: shown.group, scope }];
    this.shown = this.next();
    return shown;
  }

  skip(): void {
    if (!this.shown) return;
    this.passed = [...this.passed, this.shown.id];
    this.shown = this.next();
  }

  /** Back to what was passed over last; false where nothing was. */
  back(): boolean {
    const id = this.passed.at(-1);
    if (id === undefined) return false;
    this.passed = this.passed.slice(0, -1);
    this.shown = this.candidates.find((one) => one.id === id) ?? this.next();
    return true;
  }

  /** Takes the last label back and goes to what it was given to; false where none was given. */
  undo(): boolean {
    const last = this.said.at(-1);
    if (!last) return false;
    this.said = this.said.slice(0, -1);
    this.passed = this.passed.filter((id) => id !== last.id);
    this.shown = this.candidates.find(({ id }) => id === last.id) ?? this.next();
    return true;
  }

  /** The log was judged anew: what is to be labelled by now. What was said and passed over stays so. */
  refresh(candidates: readonly Item[]): void {
    this.candidates = candidates;
    const same = candidates.find(({ id }) => id === this.shown?.id);
    this.shown = same ?? this.next();
  }

  private next(): Item | undefined {
    return this.candidates.find(this.isOpen);
  }

  private get isOpen(): (candidate: Candidate) => boolean {
    const groups = new Set(this.said.filter(({ scope }) => scope === 'group').map(({ group }) => group));
    const ids = new Set([...this.said.map(({ id }) => id), ...this.passed]);
    return ({ id, group }) => !groups.has(group) && !ids.has(id);
  }
}
