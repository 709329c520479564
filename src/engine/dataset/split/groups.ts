import { shuffled } from '../../model/shuffled';

/** What of an item decides whom it stays with. */
interface Keyed {
  readonly keys: readonly string[];
}

/** Items between two steps. */
const stepItems = 1 << 13;

/**
 * Items that must stay together because they share a key, or share one with a third: the largest groups first, equals by the draw.
 * Yields so that others can work in between.
 */
export function* groupsOf(items: readonly Keyed[], random: () => number): Generator<void, number[][]> {
  const parents = Uint32Array.from(items, (_, item) => item);
  const owners = new Map<string, number>();
  for (const [item, { keys }] of items.entries()) {
    if (item % stepItems === 0) yield;
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, item);
      else join(parents, owner, item);
    }
  }
  return shuffled(yield* members(parents), random).sort((a, b) => b.length - a.length);
}

/** The smaller number is the root, so that chains stay in order whatever the keys are. */
function join(parents: Uint32Array, one: number, other: number): void {
  const a = rootOf(parents, one);
  const b = rootOf(parents, other);
  parents[Math.max(a, b)] = Math.min(a, b);
}

function rootOf(parents: Uint32Array, item: number): number {
  let root = item;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]];
    root = parents[root];
  }
  return root;
}

function* members(parents: Uint32Array): Generator<void, number[][]> {
  const groups = new Map<number, number[]>();
  for (const item of parents.keys()) {
    if (item % stepItems === 0) yield;
    const root = rootOf(parents, item);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
