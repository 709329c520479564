import type { SignatureId } from '../model/units';

const firstCapacity = 1 << 12;
/** Entries at most (12 bytes each, half of the slots in use): past that it starts anew, which costs misses only. */
const maxEntries = 1 << 20;

/**
 * From the hash of a collapsed message to its signature: open addressing in typed arrays, so that a look-up
 * touches one cache line and makes no object. Two messages are taken for equal when 64 bits are.
 */
export class SignatureCache {
  private capacity = firstCapacity;
  private entries = 0;
  private keys = new Int32Array(firstCapacity * 2);
  /** Signature plus one; 0 is an empty slot. */
  private values = new Uint32Array(firstCapacity);

  /** -1 where the hash is not known. */
  get(a: number, b: number): number {
    return this.values[this.slotOf(a, b)] - 1;
  }

  set(a: number, b: number, signature: SignatureId): void {
    if (this.entries * 2 >= this.capacity) this.grow();
    this.put(a, b, signature + 1);
  }

  private put(a: number, b: number, value: number): void {
    const slot = this.slotOf(a, b);
    if (this.values[slot] === 0) this.entries++;
    this.keys[slot * 2] = a;
    this.keys[slot * 2 + 1] = b;
    this.values[slot] = value;
  }

  /** Where the key is, or where it would be put. */
  private slotOf(a: number, b: number): number {
    const mask = this.capacity - 1;
    let slot = a & mask;
    while (this.values[slot] !== 0 && (this.keys[slot * 2] !== a || this.keys[slot * 2 + 1] !== b)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    const full = this.entries >= maxEntries;
    this.capacity = full ? firstCapacity : this.capacity * 2;
    this.entries = 0;
    this.keys = new Int32Array(this.capacity * 2);
    this.values = new Uint32Array(this.capacity);
    if (full) return;
    for (let i = 0; i < values.length; i++)
      if (values[i] !== 0) this.put(keys[i * 2], keys[i * 2 + 1], values[i]);
  }
}
