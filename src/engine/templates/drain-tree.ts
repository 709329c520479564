import { distance, holds } from './similarity';
import type { Line, Template } from './template';

/** Templates of one leaf compared with a new line; beyond that the latest stand for all. */
const maxCandidates = 64;
const anything = '<*>';

/**
 * Drain's fixed-depth tree (He et al., ICWS 2017) as a table: a leaf holds the templates with the same
 * number of tokens, glued alike, and the same first two tokens, a variable counting as anything.
 * A line looks into at most four leaves of bounded size, so its cost does not grow with the templates.
 */
export class DrainTree {
  private readonly leaves = new Map<string, Template[]>();

  add(template: Template): void {
    const key = leafKey(template, pathToken(template, 0), pathToken(template, 1));
    const leaf = this.leaves.get(key);
    if (leaf === undefined) this.leaves.set(key, [template]);
    else leaf.push(template);
    if (leaf !== undefined && leaf.length > maxCandidates) forgetOne(leaf);
  }

  /** Call before the template's tokens change. */
  remove(template: Template): void {
    const key = leafKey(template, pathToken(template, 0), pathToken(template, 1));
    const leaf = this.leaves.get(key);
    const at = leaf?.indexOf(template) ?? -1;
    if (leaf === undefined || at < 0) return;
    leaf.splice(at, 1);
    if (leaf.length === 0) this.leaves.delete(key);
  }

  /** Templates of the same leaf that `template`, just widened, holds. */
  heldBy(template: Template): Template[] {
    const key = leafKey(template, pathToken(template, 0), pathToken(template, 1));
    return (this.leaves.get(key) ?? []).filter((other) => other !== template && holds(template, other));
  }

  /** The nearest template that may hold `line`; of equally near ones the oldest. */
  nearest(line: Line): Template | undefined {
    let best: Template | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const key of keysFor(line)) {
      const leaf = this.leaves.get(key) ?? [];
      const crowded = leaf.length === maxCandidates;
      for (const template of leaf) {
        const far = distance(template, line, crowded);
        if (far < least || (far === least && best !== undefined && template.id < best.id)) {
          least = far;
          best = template;
        }
      }
    }
    return best;
  }
}

/** The oldest that no merge has widened goes first: it can only be met again by lines it is nearly equal to. */
function forgetOne(leaf: Template[]): void {
  const narrow = leaf.findIndex((template) => template.wild.size === 0);
  leaf.splice(Math.max(0, narrow), 1);
}

function keysFor(line: Line): Set<string> {
  const first = pathToken(line, 0);
  const second = pathToken(line, 1);
  return new Set([
    leafKey(line, first, second),
    leafKey(line, first, anything),
    leafKey(line, anything, second),
    leafKey(line, anything, anything),
  ]);
}

function leafKey(line: Pick<Line, 'glue'>, first: string, second: string): string {
  return `${line.glue} ${first} ${second}`;
}

function pathToken(line: Pick<Line, 'texts' | 'kinds'>, position: number): string {
  const kind = line.kinds[position];
  return kind === 'variable' || kind === 'identifier' ? anything : (line.texts[position] ?? '');
}
