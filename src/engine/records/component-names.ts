import { WordReader } from '../text/byte-words';

/** Distinct components a `Uint16` column can name; the ones after that count as none. */
const maxComponents = 0xffff;
/** A component is a logger, process or service name; what is longer is not one. */
const maxNameBytes = 200;
const firstCapacity = 1 << 10;
const guessCount = 1 << 8;

/**
 * Names seen in the component field, numbered in order of appearance from 1; 0 is "none". Looked up by their bytes, four
 * at a time, in an open-addressing table: a name already known costs no string.
 */
export class ComponentNames {
  private readonly names: string[] = [''];
  private readonly words: DataView[] = [new DataView(new ArrayBuffer(0))];
  private readonly hashes: number[] = [0];
  /** Ids by hash; 0 is an empty slot. */
  private slots = new Uint16Array(firstCapacity);
  /** Ids by what is seen of a name at once: most are the name, and comparing costs less than hashing it. */
  private readonly guesses = new Uint16Array(guessCount);
  private readonly reader = new WordReader();

  idOf(bytes: Uint8Array, start: number, end: number): number {
    if (end <= start || end - start > maxNameBytes) return 0;
    const words = this.reader.of(bytes);
    const guess = guessSlot(words, start, end);
    const guessed = this.guesses[guess];
    if (guessed !== 0 && isSame(this.words[guessed], words, start, end)) return guessed;
    const id = this.look(bytes, words, start, end);
    this.guesses[guess] = id;
    return id;
  }

  private look(bytes: Uint8Array, words: DataView, start: number, end: number): number {
    const hash = hashOf(words, start, end);
    const slot = this.slotOf(hash, words, start, end);
    if (this.slots[slot] !== 0) return this.slots[slot];
    // Not `slice`: a Node Buffer's is a view of bytes that change.
    return this.add(slot, hash, new Uint8Array(bytes.subarray(start, end)));
  }

  /** Distinct names, "none" counted. */
  get count(): number {
    return this.names.length;
  }

  /** Keeps the first `count` names. */
  truncate(count: number): void {
    this.names.length = count;
    this.words.length = count;
    this.hashes.length = count;
    this.guesses.fill(0);
    this.rebuild(this.slots.length);
  }

  /** Names after those it holds have no number. */
  get isFull(): boolean {
    return this.names.length > maxComponents;
  }

  bytesOf(id: number): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.words[id];
    return new Uint8Array(buffer, byteOffset, byteLength);
  }

  name(id: number): string {
    return this.names[id];
  }

  /** Where the name is, or where it would be put. */
  private slotOf(hash: number, words: DataView, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot]; id !== 0; id = this.slots[slot]) {
      if (this.hashes[id] === hash && isSame(this.words[id], words, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private add(slot: number, hash: number, name: Uint8Array): number {
    const id = this.names.length;
    if (id > maxComponents) return 0;
    this.names.push(new TextDecoder().decode(name));
    this.words.push(new DataView(name.buffer));
    this.hashes.push(hash);
    this.slots[slot] = id;
    if (id * 2 >= this.slots.length) this.rebuild(this.slots.length * 2);
    return id;
  }

  private rebuild(capacity: number): void {
    this.slots = new Uint16Array(capacity);
    for (let id = 1; id < this.names.length; id++) {
      let slot = this.hashes[id] & (capacity - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      this.slots[slot] = id;
    }
  }
}

/** The last word of a name overlaps the one before. */
function hashOf(words: DataView, start: number, end: number): number {
  let hash = end - start;
  if (hash < 4) {
    for (let i = start; i < end; i++) hash = (hash << 8) | words.getUint8(i);
  } else {
    for (let i = start; i < end - 4; i += 4) hash = mixed(hash, words.getInt32(i, true));
    hash = mixed(hash, words.getInt32(end - 4, true));
  }
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** By length, first and last bytes. */
function guessSlot(words: DataView, start: number, end: number): number {
  if (end - start < 4) return 0;
  const ends = words.getInt32(start, true) ^ Math.imul(words.getInt32(end - 4, true), 0x85ebca77);
  return (Math.imul(ends ^ (end - start), 0x9e3779b1) >>> 24) & (guessCount - 1);
}

function isSame(name: DataView, words: DataView, start: number, end: number): boolean {
  const length = end - start;
  if (name.byteLength !== length) return false;
  if (length < 4) {
    for (let i = 0; i < length; i++) if (name.getUint8(i) !== words.getUint8(start + i)) return false;
    return true;
  }
  for (let i = 0; i < length - 4; i += 4)
    if (name.getInt32(i, true) !== words.getInt32(start + i, true)) return false;
  return name.getInt32(length - 4, true) === words.getInt32(start + length - 4, true);
}
