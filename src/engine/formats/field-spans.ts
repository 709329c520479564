import { FieldRole, fieldIndex, fieldRole } from './field-names';

/** Names a field of a log's records; ids count from 0. */
export type FieldNameId = number;

/** Told where a field's value stands: `bytes[start, end)` of what was read, without the quotes around it. */
export type HearField = (name: FieldNameId, start: number, end: number) => void;

/** A log with more names keeps data in them: what comes behind is passed over. */
const mostNames = 1 << 12;
const firstSlots = 1 << 8;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** No id: a name that is passed over. */
export const unnamed = -1;
/** What stands in no other object. */
export const noParent = -1;

/**
 * The names of fields, numbered in order of appearance; looked up by their bytes, since a string a field would cost more
 * than reading it. Time, level, message and component are passed over: records have columns of them.
 */
export class FieldNames {
  private readonly names: string[] = [];
  private readonly bytes: Uint8Array[] = [];
  private readonly parents: number[] = [];
  private readonly isPassedOver: boolean[] = [];
  private readonly hashes: number[] = [];
  private readonly idOfWord = new Map<string, FieldNameId>();
  /** Name id plus one; 0 is an empty slot. */
  private slots = new Uint16Array(firstSlots);

  /** `passesOver`: false of who asks for those that have columns too. */
  constructor(private readonly passesOver = true) {}

  /** Of the name `bytes[start, end)` within the object `parent`; `unnamed` where it is to be passed over. */
  idOf(parent: FieldNameId, bytes: Uint8Array, start: number, end: number): FieldNameId {
    const hash = hashOf(parent, bytes, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot] - 1; id >= 0; id = this.slots[slot] - 1) {
      if (this.hashes[id] === hash && this.isName(id, parent, bytes, start, end))
        return this.isPassedOver[id] ? unnamed : id;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, hash, parent, bytes.slice(start, end));
  }

  /** Of a name that a layout gives. */
  idOfName(name: string): FieldNameId {
    let id = this.idOfWord.get(name);
    if (id === undefined) {
      const bytes = encoder.encode(name);
      id = this.idOf(noParent, bytes, 0, bytes.length);
      this.idOfWord.set(name, id);
    }
    return id;
  }

  /** Names within objects follow a point: `outer.inner`. */
  nameOf(id: FieldNameId): string {
    return this.names[id];
  }

  private isName(id: number, parent: number, bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.bytes[id];
    if (this.parents[id] !== parent || name.length !== end - start) return false;
    for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
    return true;
  }

  private add(slot: number, hash: number, parent: number, name: Uint8Array): FieldNameId {
    const id = this.names.length;
    if (id >= mostNames) return unnamed;
    const word = decoder.decode(name);
    this.names.push(parent === noParent ? word : `${this.names[parent]}.${word}`);
    this.bytes.push(name);
    this.parents.push(parent);
    this.hashes.push(hash);
    const hasColumn =
      this.passesOver &&
      parent === noParent &&
      fieldRole(fieldIndex(name, 0, name.length)) !== FieldRole.none;
    this.isPassedOver.push(hasColumn);
    this.slots[slot] = id + 1;
    if ((id + 1) * 2 >= this.slots.length) this.grow();
    return hasColumn ? unnamed : id;
  }

  private grow(): void {
    this.slots = new Uint16Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (const [id, hash] of this.hashes.entries()) {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function hashOf(parent: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = Math.imul(parent + 2, 0x85ebca77);
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash ^ (hash >>> 15);
}
