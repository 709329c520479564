import { WordReader } from '../../text/byte-words';
import { plainText } from '../../text/plain-text';

/** Names one distinct text among the values of a log; ids count from 0 in order of appearance. */
export type ValueId = number & { readonly __brand: 'ValueId' };

/** Bytes of a value that tell it from others; what is longer is payload. */
const longestValue = 256;
const firstValues = 1 << 12;
const firstBytes = 1 << 16;
/** Distinct values and their bytes at most: about 100 MB with the table. */
const mostValues = 1 << 21;
const mostBytes = 64 << 20;

/**
 * The distinct values of a log, as bytes in one buffer behind an open-addressing table: a value that is known costs a
 * hash and a comparison, and none becomes a string before it is shown. 16 bytes a value beside its own.
 */
export class ValuePool {
  /** Distinct values. */
  count = 0;
  private bytes = new Uint8Array(firstBytes);
  /** Where each value begins; one more for the end of the last. */
  private starts = new Uint32Array(firstValues + 1);
  private hashes = new Int32Array(firstValues);
  /** Value id plus one; 0 is an empty slot. */
  private slots = new Uint32Array(firstValues * 2);
  private readonly reader = new WordReader();

  /** Id of the value `bytes[start, end)`, undefined where there is room for no further one. */
  idOf(bytes: Uint8Array, start: number, end: number): ValueId | undefined {
    const last = Math.min(end, start + longestValue);
    const hash = hashOf(this.reader.of(bytes), start, last);
    const slot = this.slotOf(hash, bytes, start, last);
    const id = this.slots[slot] - 1;
    return id >= 0 ? (id as ValueId) : this.add(slot, hash, bytes, start, last);
  }

  /** The same without adding it; undefined of one that is not there. */
  known(bytes: Uint8Array, start: number, end: number): ValueId | undefined {
    const last = Math.min(end, start + longestValue);
    const hash = hashOf(this.reader.of(bytes), start, last);
    const id = this.slots[this.slotOf(hash, bytes, start, last)] - 1;
    return id >= 0 ? (id as ValueId) : undefined;
  }

  /** As people may safely see it. */
  text(id: ValueId): string {
    const start = this.starts[id];
    const end = this.starts[id + 1];
    return plainText(this.bytes, start, end, end - start);
  }

  /** Its bytes; a view that is valid until a further value comes. */
  bytesOf(id: ValueId): Uint8Array {
    return this.bytes.subarray(this.starts[id], this.starts[id + 1]);
  }

  /** Where the value is, or where it would be put. */
  private slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot] - 1; id >= 0; id = this.slots[slot] - 1) {
      if (this.hashes[id] === hash && this.isAt(id, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isAt(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.starts[id];
    if (this.starts[id + 1] - from !== end - start) return false;
    for (let i = start, at = from; i < end; i++, at++) if (this.bytes[at] !== bytes[i]) return false;
    return true;
  }

  private add(
    slot: number,
    hash: number,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): ValueId | undefined {
    const id = this.count;
    const from = this.starts[id];
    const to = from + end - start;
    if (id >= mostValues || to > mostBytes) return undefined;
    if (to > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(this.bytes.length * 2));
    this.bytes.set(bytes.subarray(start, end), from);
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    this.count++;
    if (this.count === this.hashes.length) this.grow();
    this.starts[this.count] = to;
    return id as ValueId;
  }

  private grow(): void {
    const capacity = this.hashes.length * 2;
    this.starts = grown(this.starts, new Uint32Array(capacity + 1));
    this.hashes = grown(this.hashes, new Int32Array(capacity));
    this.slots = new Uint32Array(capacity * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function grown<Column extends Uint8Array | Uint32Array | Int32Array>(old: Column, larger: Column): Column {
  larger.set(old);
  return larger;
}

/** The last word of a longer value overlaps the one before. */
function hashOf(words: DataView, start: number, end: number): number {
  let hash = end - start;
  if (hash < 4) {
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ words.getUint8(i), 0x9e3779b1);
  } else {
    for (let i = start; i < end - 4; i += 4) hash = mixed(hash, words.getInt32(i, true));
    hash = mixed(hash, words.getInt32(end - 4, true));
  }
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca77) ^ (hash >>> 13);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}
