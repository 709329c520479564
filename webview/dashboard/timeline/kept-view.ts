import { keep, kept } from '../../shared/host';
import { type Stretch, within } from './stretch';

const name = 'timelineView';

/** A page that was hidden shows what it showed. */
export function keepView(view: Stretch | null): void {
  keep(name, view && { from: String(view.from), until: String(view.until) });
}

/** What an older page kept may be anything, and of another log. */
export function restoredView(all: Stretch): Stretch | null {
  const view = kept(name);
  if (typeof view !== 'object' || view === null || !('from' in view && 'until' in view)) return null;
  const [from, until] = [view.from, view.until].map((end) => (typeof end === 'string' ? end : ''));
  if (!/^-?\d{1,30}$/.test(from) || !/^-?\d{1,30}$/.test(until)) return null;
  const stretch = { from: BigInt(from), until: BigInt(until) };
  const isWithin = stretch.from >= all.from && stretch.until <= all.until && stretch.until > stretch.from;
  return isWithin && within(stretch, all) !== all ? stretch : null;
}
