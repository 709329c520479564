import type { TemplateId } from '../../model/units';
import type { SourceTemplates } from './template-tables';

/**
 * Templates that first come elsewhere among the others than in the good logs: those outside a longest common order
 * (Fredman 1975, n log n). What good logs order differently among themselves is left out.
 */
export function reorderedTemplates(bad: SourceTemplates, goods: readonly SourceTemplates[]): TemplateId[] {
  const [first, ...others] = goods;
  const inAll = (id: TemplateId) => bad.count(id) > 0 && goods.every((good) => good.count(id) > 0);
  let shared = first.inOrder().filter(inAll);
  for (const other of others) shared = inCommonOrder(shared, other);
  const kept = new Set(inCommonOrder(shared, bad));
  return shared.filter((id) => !kept.has(id));
}

/** A longest part of `ids` that comes in the same order in the other source. */
function inCommonOrder(ids: readonly TemplateId[], other: SourceTemplates): TemplateId[] {
  const places = ids.map((id) => other.firstRecord(id));
  /** By length: which id ends the best order of that length; and each one's forerunner. */
  const tails: number[] = [];
  const before = new Int32Array(ids.length).fill(-1);
  places.forEach((place, i) => {
    const length = tailsBelow(tails, places, place);
    if (length > 0) before[i] = tails[length - 1];
    tails[length] = i;
  });
  const order: TemplateId[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]) order.push(ids[i]);
  return order.reverse();
}

/** How many of the tails, whose places ascend, stand before a place. */
function tailsBelow(tails: readonly number[], places: readonly number[], place: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[tails[middle]] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
