import type { TemplateId } from '../../model/units';
import { inOrder, type TemplateCounts } from './template-tables';

/**
 * Templates that first come elsewhere among the others than in the good logs: those outside a longest common order
 * (Fredman 1975, n log n). What good logs order differently among themselves is left out.
 */
export function reorderedTemplates(bad: TemplateCounts, goods: readonly TemplateCounts[]): TemplateId[] {
  const [first, ...others] = goods;
  const inAll = (id: TemplateId) => bad.counts[id] > 0 && goods.every(({ counts }) => counts[id] > 0);
  let shared = inOrder(first).filter(inAll);
  for (const other of others) shared = inCommonOrder(shared, other);
  const kept = new Set(inCommonOrder(shared, bad));
  return shared.filter((id) => !kept.has(id));
}

/** A longest part of `ids` that comes in the same order in the other source. */
function inCommonOrder(ids: readonly TemplateId[], { firstRecords }: TemplateCounts): TemplateId[] {
  /** By length: the place of the last template of the best order of that length, and of each one's forerunner. */
  const tails: number[] = [];
  const before = new Int32Array(ids.length).fill(-1);
  ids.forEach((id, place) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (firstRecords[ids[tails[middle]]] < firstRecords[id]) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[place] = tails[low - 1];
    tails[low] = place;
  });
  const order: TemplateId[] = [];
  for (let place = tails[tails.length - 1] ?? -1; place >= 0; place = before[place]) order.push(ids[place]);
  return order.reverse();
}
