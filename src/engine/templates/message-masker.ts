import type { SignatureId } from '../model/units';
import { ShapeHash } from './shape-hash';
import { SignatureCache } from './signature-cache';
import type { Shape } from './signature-list';
import { tokenize } from './tokenizer';
import { glueOf } from './tokens';

/** Bytes of a message that count: what differs further on is payload, not the kind of event. */
export const maxMessageBytes = 8192;

/**
 * From the bytes of a message to its signature. A message known up to its digits costs one hash over its bytes and one
 * look-up; only a new one is decoded, tokenised and masked, and handed to `signatureOf`, which numbers masked messages.
 */
export class MessageMasker {
  private readonly hash = new ShapeHash();
  private cache: SignatureCache | undefined;

  constructor(
    cached: boolean,
    private readonly signatureOf: (shape: Shape, salt: number) => SignatureId,
  ) {
    this.cache = cached ? new SignatureCache() : undefined;
  }

  /** Of the message `bytes[start, end)`. */
  read(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId {
    const last = Math.min(end, start + maxMessageBytes);
    if (this.cache === undefined) return this.mask(bytes, start, last, salt);
    this.hash.hash(bytes, start, last, salt);
    const { a, b } = this.hash;
    const known = this.cache.get(a, b);
    if (known >= 0) return known as SignatureId;
    const signature = this.mask(bytes, start, last, salt);
    this.cache.set(a, b, signature);
    return signature;
  }

  /** For when signatures were given up: what is cached may name them. */
  forget(): void {
    if (this.cache !== undefined) this.cache = new SignatureCache();
  }

  private mask(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId {
    const tokens = tokenize(bytes, start, end);
    return this.signatureOf({ texts: tokens.map(({ text }) => text), glue: glueOf(tokens, salt) }, salt);
  }
}
