const firstCapacity = 1 << 10;

/**
 * The distinct rows of a log, numbered in order of appearance: its records come to few of them, and what is worth a
 * hundred trees is then done once for each. An open-addressing table; 2 bytes a value, 12 to 20 a row beside.
 */
export class DistinctRows {
  count = 0;
  private capacity = firstCapacity;
  private codes: Int16Array;
  private firsts = new Uint32Array(firstCapacity);
  private hashes = new Int32Array(firstCapacity);
  /** Row number plus one; 0 is an empty slot. */
  private slots = new Uint32Array(firstCapacity * 2);

  constructor(private readonly width: number) {
    this.codes = new Int16Array(firstCapacity * width);
  }

  /** Number of the row that stands at `at` in the columns; `record` is remembered as its first where it is new. */
  idOf(columns: readonly Int16Array[], at: number, record: number): number {
    const hash = this.hashOf(columns, at);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot] - 1; id >= 0; id = this.slots[slot] - 1) {
      if (this.hashes[id] === hash && this.holds(id, columns, at)) return id;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, hash, columns, at, record);
  }

  code(id: number, column: number): number {
    return this.codes[id * this.width + column];
  }

  /** The first record that has the row. */
  firstRecord(id: number): number {
    return this.firsts[id];
  }

  private hashOf(columns: readonly Int16Array[], at: number): number {
    let hash = 0;
    for (let i = 0; i < this.width; i++) hash = Math.imul(hash ^ columns[i][at], 0x9e3779b1) ^ (hash >>> 15);
    return hash ^ (hash >>> 16);
  }

  private holds(id: number, columns: readonly Int16Array[], at: number): boolean {
    const start = id * this.width;
    for (let i = 0; i < this.width; i++) if (this.codes[start + i] !== columns[i][at]) return false;
    return true;
  }

  private add(
    slot: number,
    hash: number,
    columns: readonly Int16Array[],
    at: number,
    record: number,
  ): number {
    const id = this.count++;
    for (let i = 0; i < this.width; i++) this.codes[id * this.width + i] = columns[i][at];
    this.firsts[id] = record;
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    if (this.count === this.capacity) this.grow();
    return id;
  }

  private grow(): void {
    this.capacity *= 2;
    this.codes = extended(this.codes, new Int16Array(this.capacity * this.width));
    this.firsts = extended(this.firsts, new Uint32Array(this.capacity));
    this.hashes = extended(this.hashes, new Int32Array(this.capacity));
    this.slots = new Uint32Array(this.capacity * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function extended<Values extends { set(from: Values): void }>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
