import { detectionBytes, detectUnicode } from './unicode-detection';
import { labelOfEncoding } from './vscode-encodings';

const nothing = new Uint8Array(0);

/**
 * Turns the chunks of a source into UTF-8. UTF-8 passes through as it is, without a copy and unchecked
 * (bytes that are not UTF-8 become U+FFFD where they are shown); its byte order mark is dropped.
 *
 * `encoding` is VS Code's id. Without one, and for the UTF-8 ids, the first bytes decide between UTF-8 and
 * UTF-16; ids a TextDecoder does not know are read as UTF-8. What cannot be decoded becomes U+FFFD.
 */
export class Transcoder {
  private readonly encoder = new TextEncoder();
  private decoder: TextDecoder | undefined;
  private detecting: boolean;
  private held: Uint8Array = nothing;

  constructor(encoding: string | undefined) {
    const label = encoding === undefined ? undefined : labelOfEncoding.get(encoding);
    this.decoder = label === undefined ? undefined : new TextDecoder(label);
    this.detecting = label === undefined;
  }

  /** May answer with nothing while the first bytes gather. */
  push(chunk: Uint8Array): Uint8Array {
    if (!this.detecting) return this.decode(chunk);
    this.held = this.held.length === 0 ? chunk : concatenate(this.held, chunk);
    if (this.held.length >= detectionBytes) return this.detect();
    // Not chunk.slice(): of a Node Buffer that is a view, and the host may reuse the bytes.
    if (this.held === chunk) this.held = new Uint8Array(chunk);
    return nothing;
  }

  /** The rest, when no chunk follows. */
  end(): Uint8Array {
    const first = this.detecting ? this.detect() : nothing;
    if (this.decoder === undefined) return first;
    return concatenate(first, this.encoder.encode(this.decoder.decode()));
  }

  private detect(): Uint8Array {
    const head = this.held;
    const { label, bomBytes } = detectUnicode(head);
    this.detecting = false;
    this.held = nothing;
    if (label !== 'utf-8') this.decoder = new TextDecoder(label);
    return this.decode(bomBytes === 0 ? head : head.subarray(bomBytes));
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
