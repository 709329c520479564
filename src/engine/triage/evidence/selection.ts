import { MaxHeap } from './max-heap';
import type { PackLine } from './pack-line';

/** What a further line of one kind, or of one template, is worth beside the first: it mostly says the same again. */
const kindLoss = 1.5;
const templateLoss = 0.35;
/** Lines shown of a kind whose number is told. */
const mostOfCounted = 3;
/** Value is weighed against cost, but not by its full measure: short lines would win with nothing to say. */
const costPower = 0.6;
/** What a line that says little by itself gains where the line before or behind it is shown: it is understood beside it. */
const besideOne = 1.5;
const besideTwo = 2;

/**
 * Chooses lines for a budget (quarters of a token), by value for cost with diminishing returns for what was said already: the
 * greedy choice that is near the best for a submodular value (Nemhauser, Wolsey, Fisher 1978). A gain that fell since a line
 * was put on the heap is found when it comes to the top (lazy evaluation, Minoux 1978); where one rises, beside a line
 * just chosen, it is put there again. `lines` and the answer: in order of the log.
 */
export function selectLines(lines: readonly PackLine[], budget: number): PackLine[] {
  const shown = new ShownSoFar();
  const heap = new MaxHeap<{ readonly at: number; readonly gain: number }>();
  const push = (at: number): void => {
    const gain = shown.gainOf(lines[at]);
    heap.push(gain, at, { at, gain });
  };
  for (const at of lines.keys()) push(at);
  const chosen = new Set<number>();
  let left = budget;
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const line = lines[best.at];
    if (chosen.has(best.at) || line.weight > left || shown.isToldEnough(line)) continue;
    if (shown.gainOf(line) < best.gain) {
      push(best.at);
      continue;
    }
    chosen.add(best.at);
    shown.add(line);
    left -= line.weight;
    for (const at of [best.at - 1, best.at + 1])
      if (at >= 0 && at < lines.length && !chosen.has(at)) push(at);
  }
  return lines.filter((_, at) => chosen.has(at));
}

class ShownSoFar {
  private readonly ofKind = new Map<number, number>();
  private readonly ofTemplate = new Map<number, number>();
  private readonly lines = new Set<number>();

  gainOf({ candidate: { line, value, kind, template, tells }, weight }: PackLine): number {
    const kindShare = 1 / (1 + kindLoss * (this.ofKind.get(kind) ?? 0));
    const templateShare = 1 / (1 + templateLoss * (this.ofTemplate.get(template) ?? 0));
    return (value * kindShare * templateShare * (tells ? 1 : this.besides(line))) / weight ** costPower;
  }

  /** The others of its kind are counted already, and a few of them shown: room that is left stays free. */
  isToldEnough({ candidate: { kind }, repeats }: PackLine): boolean {
    return repeats !== '' && (this.ofKind.get(kind) ?? 0) >= mostOfCounted;
  }

  add({ candidate: { line, kind, template } }: PackLine): void {
    this.lines.add(line);
    if (kind > 0) this.ofKind.set(kind, (this.ofKind.get(kind) ?? 0) + 1);
    if (template >= 0) this.ofTemplate.set(template, (this.ofTemplate.get(template) ?? 0) + 1);
  }

  private besides(line: number): number {
    const neighbours = Number(this.lines.has(line - 1)) + Number(this.lines.has(line + 1));
    return neighbours === 0 ? 1 : neighbours === 1 ? besideOne : besideTwo;
  }
}
