import type { Parameter } from '../model/analysis';
import { Uint32Column } from '../model/column';
import type { SignatureId, TemplateId } from '../model/units';
import { parameterValues } from './parameter-values';
import { ShapeHash } from './shape-hash';
import { SignatureCache } from './signature-cache';
import { signatureText, tokensOfText } from './signature-text';
import { type TemplateAlias, TemplateStore } from './template-store';
import { textHash } from './text-hash';
import { tokenize } from './tokenizer';
import { glueOf, joinTokens, placeholderTypes } from './tokens';

/** Bytes of a message that count: what differs further on is payload, not the kind of event. */
export const maxMessageBytes = 8192;

export interface MinedTemplate {
  /** Constant text with `<type>` where values differ. */
  readonly pattern: string;
  readonly tokens: readonly string[];
  /** In order; a token with two placeholders has two. */
  readonly parameters: readonly Parameter[];
}

export interface MinerOptions {
  /** False makes every message go the long way; the result is the same (a test says so). */
  readonly cache?: boolean;
}

/**
 * Messages become signatures (their masked text), signatures become templates.
 *
 * A message known up to its digits costs one hash over its bytes and one look-up. Only a new one is
 * decoded, tokenised and masked, and only a new masked text goes to Drain, in order of first appearance:
 * how the bytes arrived and what the cache holds cannot change the result.
 */
export class TemplateMiner {
  private readonly hash = new ShapeHash();
  private readonly cache: SignatureCache | undefined;
  private readonly store = new TemplateStore();
  private readonly idOfText = new Map<string, SignatureId>();
  /** By signature; the tokens are cut from it when they are asked for, since most never are. */
  private readonly texts: string[] = [];
  private readonly hashesHigh = new Uint32Column();
  private readonly hashesLow = new Uint32Column();

  constructor({ cache = true }: MinerOptions = {}) {
    this.cache = cache ? new SignatureCache() : undefined;
  }

  get signatureCount(): number {
    return this.texts.length;
  }

  /** Live templates: aliases do not count. */
  get templateCount(): number {
    return this.store.liveCount;
  }

  /**
   * Signature of the message `bytes[start, end)`, of which the first 8 KiB count. Messages with another
   * `salt` (0 to 2^31) have another signature and another template: they are another kind of event.
   */
  signatureOf(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId {
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

  /** Masked tokens as they were before Drain generalised them. */
  tokensOf(signature: SignatureId): readonly string[] {
    return tokensOfText(this.texts[signature]);
  }

  /** 64 bits of the masked text and the salt alone: the same in every file and every run. */
  hashOf(signature: SignatureId): { hi: number; lo: number } {
    return { hi: this.hashesHigh.get(signature), lo: this.hashesLow.get(signature) };
  }

  /** The template the signature belongs to now; may become an older one as more is read. */
  templateOf(signature: SignatureId): TemplateId {
    return this.store.templateOf(signature);
  }

  /** Grows with every id that becomes an alias; see `aliasesSince`. */
  get aliasMark(): number {
    return this.store.retiredCount;
  }

  /** Templates that became part of an older one since `aliasMark` was `mark`. */
  aliasesSince(mark: number): TemplateAlias[] {
    return this.store.aliasesSince(mark);
  }

  template(id: TemplateId): MinedTemplate {
    const { texts, glue } = this.store.get(id);
    const parameters = texts.flatMap((text, position) =>
      placeholderTypes(text).map((type) => ({ position, type })),
    );
    return { pattern: joinTokens(texts, glue), tokens: texts, parameters };
  }

  /**
   * Values of the template's parameters in a message of it, cut from its bytes, one each in the order of
   * `parameters`; empty strings where the message has another number of tokens.
   */
  valuesOf(id: TemplateId, bytes: Uint8Array, start: number, end: number): string[] {
    return parameterValues(this.template(id).tokens, bytes, start, Math.min(end, start + maxMessageBytes));
  }

  private mask(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId {
    const tokens = tokenize(bytes, start, end);
    const glue = glueOf(tokens, salt);
    const texts = tokens.map(({ text }) => text);
    const key = signatureText(texts, glue);
    const known = this.idOfText.get(key);
    if (known !== undefined) return known;
    const id = (this.texts.push(key) - 1) as SignatureId;
    this.idOfText.set(key, id);
    const { hi, lo } = textHash(`${salt} ${joinTokens(texts, glue)}`);
    this.hashesHigh.push(hi);
    this.hashesLow.push(lo);
    this.store.assign(tokensOfText(key), glue);
    return id;
  }
}
