/** Distinct components a `Uint16` column can name; the ones after that count as none. */
const maxComponents = 0xffff;
/** A component is a logger, process or service name; what is longer is not one. */
const maxNameBytes = 200;

/**
 * Names seen in the component field, numbered in order of appearance from 1; 0 is "none".
 * Looked up by a hash of the bytes, so a name already known costs no string.
 */
export class ComponentNames {
  private readonly idOfHash = new Map<number, number>();
  private readonly names: string[] = [''];

  idOf(bytes: Uint8Array, start: number, end: number): number {
    if (end <= start || end - start > maxNameBytes) return 0;
    const hash = hashOf(bytes, start, end);
    const known = this.idOfHash.get(hash);
    if (known !== undefined) return known;
    const id = this.names.length > maxComponents ? 0 : this.names.push(decode(bytes, start, end)) - 1;
    this.idOfHash.set(hash, id);
    return id;
  }

  /** Distinct names, "none" counted. */
  get count(): number {
    return this.names.length;
  }

  /** Keeps the first `count` names. */
  truncate(count: number): void {
    this.names.length = count;
    for (const [hash, id] of this.idOfHash) if (id >= count) this.idOfHash.delete(hash);
  }

  name(id: number): string {
    return this.names[id];
  }
}

/** FNV-1a in 32 bits, widened by the length: two of a thousand names meet once in ten thousand logs. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return (hash >>> 0) * 256 + ((end - start) & 0xff);
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
