import type { Model } from './model';
import { type Stretch, within } from './timeline/stretch';

export type WindowPart = 'view' | 'cursor' | 'highlight';

type Listener = (changed: WindowPart) => void;

/** What charts over time share beside the model: the stretch they draw, the moment under the cursor, and what another card points at. Filters nothing. */
export class TimelineWindow {
  private readonly listeners = new Set<Listener>();
  private current: Stretch | null = null;
  private moment: bigint | null = null;
  private pointedAt: Stretch | null = null;

  /** Null is the whole log. */
  get view(): Stretch | null {
    return this.current;
  }

  get cursor(): bigint | null {
    return this.moment;
  }

  get highlight(): Stretch | null {
    return this.pointedAt;
  }

  setView(view: Stretch | null): void {
    if (isSame(view, this.current)) return;
    this.current = view;
    this.tell('view');
  }

  setCursor(moment: bigint | null): void {
    if (moment === this.moment) return;
    this.moment = moment;
    this.tell('cursor');
  }

  setHighlight(stretch: Stretch | null): void {
    if (isSame(stretch, this.pointedAt)) return;
    this.pointedAt = stretch;
    this.tell('highlight');
  }

  /** A log that grows: a view of its end stays one, and any other where it is. */
  grown(before: Stretch, after: Stretch): void {
    const { current } = this;
    if (current === null) return;
    const moved =
      current.until >= before.until
        ? { from: current.from + after.until - current.until, until: after.until }
        : current;
    const kept = within(moved, after);
    this.setView(kept === after ? null : kept);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }

  private tell(changed: WindowPart): void {
    for (const listener of this.listeners) listener(changed);
  }
}

const windows = new WeakMap<Model, TimelineWindow>();

/** The one of the page. */
export function timelineWindowOf(model: Model): TimelineWindow {
  const known = windows.get(model);
  if (known) return known;
  const made = new TimelineWindow();
  windows.set(model, made);
  return made;
}

function isSame(a: Stretch | null, b: Stretch | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.until === b.until);
}
