import type { DashboardState } from '../../src/protocol/dashboard';
import type { Host } from './host';
import type { TimeRange } from './terms';

/** What sections show by. `log`: the result, with all that was found in it; `range`: the time every view shows. */
export type ModelPart =
  | 'log'
  | 'range'
  | 'against'
  | 'zone'
  | 'comparison'
  | 'metrics'
  | 'labels'
  | 'state'
  | 'template';

type Listener = (changed: ReadonlySet<ModelPart>) => void;

/** What the page knows, shared by its sections. The range is the host's: a filter of the editor is the same thing. */
export class Model {
  private readonly listeners = new Set<Listener>();
  /** What the range is compared with; null is all the rest. */
  private other: TimeRange | null = null;
  /** Whose parameters are charted; null is the section's own choice. */
  private charted: number | null = null;
  /** Ranges on their way to the host: what it says meanwhile is of the one before, and waits. */
  private setting = 0;
  private said: TimeRange | null | undefined;

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private current: DashboardState,
  ) {}

  get state(): DashboardState {
    return this.current;
  }

  get range(): TimeRange | null {
    return this.current.range;
  }

  get against(): TimeRange | null {
    return this.other;
  }

  get template(): number | null {
    return this.charted;
  }

  /** Resolves the listener's end. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A snapshot of the host's; its texts stay those of the first. */
  update(told: DashboardState): void {
    const former = this.current;
    const next = former.uri === told.uri ? { ...told, range: this.rangeOf(told.range) } : told;
    if (former.uri !== told.uri) this.said = undefined;
    this.current = next;
    const changed = new Set(changedParts(former, next));
    if (former.uri !== next.uri && this.forgetChoices()) changed.add('against').add('template');
    this.tell(changed);
  }

  rangeTold(range: TimeRange | null): void {
    this.showRange(this.rangeOf(range));
  }

  /** Of what the host says, what is shown now. */
  private rangeOf(said: TimeRange | null): TimeRange | null {
    if (this.setting === 0) return said;
    this.said = said;
    return this.current.range;
  }

  private showRange(range: TimeRange | null): void {
    if (isSameRange(range, this.current.range)) return;
    this.current = { ...this.current, range };
    this.tell(new Set(['range']));
  }

  setRange(range: TimeRange | null): void {
    this.showRange(range);
    this.said = undefined;
    this.setting++;
    const end = () => this.rangeSet();
    void this.host.call('setRange', range).then(end, end);
  }

  private rangeSet(): void {
    this.setting--;
    if (this.setting === 0 && this.said !== undefined) this.showRange(this.said);
  }

  setAgainst(range: TimeRange | null): void {
    if (isSameRange(range, this.other)) return;
    this.other = range;
    this.tell(new Set(['against']));
  }

  chartTemplate(template: number | null): void {
    this.charted = template;
    this.tell(new Set(['template']));
  }

  /** A second range needs a first to be compared with. */
  private dropsAgainst(): boolean {
    if (this.current.range !== null || this.other === null) return false;
    this.other = null;
    return true;
  }

  /** In the small view another log comes to the front: its times and templates are others. False where nothing was chosen. */
  private forgetChoices(): boolean {
    const hadAny = this.other !== null || this.charted !== null;
    this.other = null;
    this.charted = null;
    return hadAny;
  }

  private tell(changed: ReadonlySet<ModelPart>): void {
    if (changed.size === 0) return;
    const told = this.dropsAgainst() ? new Set<ModelPart>([...changed, 'against']) : changed;
    for (const listener of [...this.listeners]) listener(told);
  }
}

function changedParts(former: DashboardState, next: DashboardState): ReadonlySet<ModelPart> {
  const changed = new Set<ModelPart>(['state']);
  if (former.log?.version !== next.log?.version) changed.add('log');
  if (!isSameRange(former.range, next.range)) changed.add('range');
  if (former.zone !== next.zone) changed.add('zone');
  if (former.comparison !== next.comparison) changed.add('comparison');
  if (former.metricsOrigins !== next.metricsOrigins) changed.add('metrics');
  if (former.labels !== next.labels) changed.add('labels');
  return changed;
}

export function isSameRange(a: TimeRange | null, b: TimeRange | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.until === b.until);
}
