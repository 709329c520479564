import type { TemplateId } from '../model/units';

const firstCapacity = 1 << 10;
/** Ids kept of one key: so many that did not become one template will not for one more. */
const maxSiblings = 64;

/**
 * Lists of template ids by a 64-bit key; nearly all lists hold one id, so that id stands in the table itself. Open
 * addressing in typed arrays: 24 bytes an entry where a Map of lists takes 100, and nothing for the collector to visit.
 */
export class SiblingTable {
  private capacity = firstCapacity;
  private keys = new Int32Array(firstCapacity * 2);
  /** 0 is an empty slot; above it an id plus one; below it the index of a list, plus one and negated. */
  private values = new Int32Array(firstCapacity);
  private readonly lists: TemplateId[][] = [];
  /** Keys there are. */
  size = 0;

  /** Files `id` under the key; gives all ids filed there, itself included, or undefined where it is alone or one too many. */
  add(a: number, b: number, id: TemplateId): TemplateId[] | undefined {
    const slot = this.slotOf(a, b);
    const value = this.values[slot];
    if (value < 0) return this.append(this.lists[-value - 1], id);
    if (value > 0) return value - 1 === id ? undefined : this.beginList(slot, (value - 1) as TemplateId, id);
    this.keys[slot * 2] = a;
    this.keys[slot * 2 + 1] = b;
    this.values[slot] = id + 1;
    if (++this.size * 2 > this.capacity) this.grow();
    return undefined;
  }

  private append(list: TemplateId[], id: TemplateId): TemplateId[] | undefined {
    if (list.includes(id)) return list;
    if (list.length >= maxSiblings) return undefined;
    list.push(id);
    return list;
  }

  private beginList(slot: number, first: TemplateId, second: TemplateId): TemplateId[] {
    const list = [first, second];
    this.values[slot] = -this.lists.push(list);
    return list;
  }

  /** Where the key is, or where it would be put. */
  private slotOf(a: number, b: number): number {
    const mask = this.capacity - 1;
    let slot = (a ^ (b >>> 7)) & mask;
    while (this.values[slot] !== 0 && (this.keys[slot * 2] !== a || this.keys[slot * 2 + 1] !== b)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    this.capacity *= 2;
    this.keys = new Int32Array(this.capacity * 2);
    this.values = new Int32Array(this.capacity);
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      const slot = this.slotOf(keys[i * 2], keys[i * 2 + 1]);
      this.keys[slot * 2] = keys[i * 2];
      this.keys[slot * 2 + 1] = keys[i * 2 + 1];
      this.values[slot] = values[i];
    }
  }
}
