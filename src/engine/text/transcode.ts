import { detectEncoding, encodingHeadBytes } from './encoding-detection';
import { labelOfEncoding } from './vscode-encodings';

const nothing = new Uint8Array(0);

/**
 * Turns the chunks of a source into UTF-8. UTF-8 passes through as it is, without a copy and unchecked
 * (bytes that are not UTF-8 become U+FFFD where they are shown); its byte order mark is dropped.
 *
 * `encoding` is VS Code's id. Without one the first 64 KiB decide between UTF-8, UTF-16 and GB18030; for the
 * UTF-8 ids, and ids no TextDecoder knows, the first 512 bytes between UTF-8 and UTF-16. What cannot be decoded becomes U+FFFD.
 */
export class Transcoder {
  private readonly encoder = new TextEncoder();
  private readonly headBytes: number;
  private decoder: TextDecoder | undefined;
  private detecting: boolean;
  private held = nothing;
  private heldBytes = 0;
  /** VS Code's id of what the bytes are read as; final once the first bytes are known. */
  encoding: string;

  constructor(private readonly named: string | undefined) {
    const label = named === undefined ? undefined : labelOfEncoding.get(named);
    this.encoding = label === undefined ? 'utf8' : (named as string);
    this.decoder = label === undefined ? undefined : new TextDecoder(label);
    this.detecting = label === undefined;
    this.headBytes = encodingHeadBytes(named);
  }

  /** Decides by the source's first bytes, which are not given back: what is pushed then stands further on in it. */
  decideBy(head: Uint8Array): void {
    if (this.detecting) this.detect(head.subarray(0, this.headBytes));
  }

  /** May answer with nothing while the first bytes gather. */
  push(chunk: Uint8Array): Uint8Array {
    if (!this.detecting) return this.decode(chunk);
    if (this.heldBytes === 0 && chunk.length >= this.headBytes) return this.detect(chunk);
    this.hold(chunk);
    return this.heldBytes < this.headBytes ? nothing : this.detect(this.held.subarray(0, this.heldBytes));
  }

  /** Decides by what has come so far; unlike at the end, half of a character waits for its other one. */
  settle(): Uint8Array {
    return this.detecting && this.heldBytes > 0
      ? this.detect(this.held.subarray(0, this.heldBytes))
      : nothing;
  }

  /** The rest, when no chunk follows. */
  end(): Uint8Array {
    const first = this.detecting ? this.detect(this.held.subarray(0, this.heldBytes)) : nothing;
    if (this.decoder === undefined) return first;
    return concatenate(first, this.encoder.encode(this.decoder.decode()));
  }

  /** Copies: the host may reuse the bytes. */
  private hold(chunk: Uint8Array): void {
    const wanted = this.heldBytes + chunk.length;
    if (wanted > this.held.length) {
      const larger = new Uint8Array(Math.max(wanted, this.held.length * 2));
      larger.set(this.held.subarray(0, this.heldBytes));
      this.held = larger;
    }
    this.held.set(chunk, this.heldBytes);
    this.heldBytes = wanted;
  }

  private detect(bytes: Uint8Array): Uint8Array {
    const { id, label, bomBytes } = detectEncoding(bytes, this.named);
    this.detecting = false;
    this.held = nothing;
    this.encoding = id;
    if (id !== 'utf8') this.decoder = new TextDecoder(label);
    return this.decode(bomBytes === 0 ? bytes : bytes.subarray(bomBytes));
  }

  private decode(chunk: Uint8Array): Uint8Array {
    if (this.decoder === undefined) return chunk;
    return this.encoder.encode(this.decoder.decode(chunk, { stream: true }));
  }
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
