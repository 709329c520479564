/** Few enough writes not to count. */
const chunkBytes = 256 << 10;
const lineFeed = 0x0a;

/** Gathers bytes into chunks of about one size. Those taken are not used again. */
export class ByteChunks {
  private chunk = new Uint8Array(chunkBytes);
  private used = 0;
  private readonly full: Uint8Array[] = [];

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.used === chunkBytes) this.close();
      const taken = Math.min(bytes.length - at, chunkBytes - this.used);
      this.chunk.set(bytes.subarray(at, at + taken), this.used);
      this.used += taken;
      at += taken;
    }
  }

  endLine(): void {
    if (this.used === chunkBytes) this.close();
    this.chunk[this.used++] = lineFeed;
  }

  /** Those that are full. */
  taken(): Uint8Array[] {
    return this.full.splice(0);
  }

  rest(): Uint8Array[] {
    if (this.used > 0) this.close();
    return this.taken();
  }

  private close(): void {
    this.full.push(this.chunk.subarray(0, this.used));
    this.chunk = new Uint8Array(chunkBytes);
    this.used = 0;
  }
}
