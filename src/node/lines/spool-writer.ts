import { type Spool, writeToSpool } from '../files/spool';
import { type FreeRoom, refuseWithoutRoom } from './disk-room';
import type { SourceText } from './source-text';

/** Free room is asked for again behind so many bytes written. */
const bytesBetweenLooks = 64 << 20;

/** Writes a text into a private file, and tells the text that it has grown. */
export class SpoolWriter {
  private unlooked = 0;

  constructor(
    private readonly text: SourceText,
    private readonly spool: Spool,
    private readonly free: FreeRoom,
  ) {}

  /** Throws InputError. */
  async write(chunk: Uint8Array): Promise<void> {
    if (this.unlooked > bytesBetweenLooks) await this.refuseWithoutRoom();
    await writeToSpool(this.spool, chunk);
    this.unlooked += chunk.length;
    this.text.grow(this.text.bytes + chunk.length);
  }

  /** Throws InputError. */
  async refuseWithoutRoom(): Promise<void> {
    await refuseWithoutRoom(this.text.path, 0, this.free);
    this.unlooked = 0;
  }
}
