/**
 * How the last stamp of a shape began, from the date to the minute, and the seconds that came to. Most stamps of a log
 * begin as the one before, and comparing bytes takes half as long as reading them.
 */
export class LastMinute {
  private readonly text: Uint8Array;
  private known = false;
  /** Seconds since the epoch at which the minute began. */
  seconds = 0;

  /** `length`: bytes that tell the minute. */
  constructor(length: number) {
    this.text = new Uint8Array(length);
  }

  /** The bytes must be there. From the end on: what differs differs there. */
  isAt(bytes: Uint8Array, pos: number): boolean {
    for (let i = this.text.length - 1; i >= 0; i--) if (bytes[pos + i] !== this.text[i]) return false;
    return this.known;
  }

  remember(bytes: Uint8Array, pos: number, seconds: number): void {
    for (let i = 0; i < this.text.length; i++) this.text[i] = bytes[pos + i];
    this.seconds = seconds;
    this.known = true;
  }
}
