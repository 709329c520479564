import { Uint32Column } from '../model/column';
import type { SignatureId } from '../model/units';
import { glueOfText, signatureText, tokensOfText } from './signature-text';
import { textHash } from './text-hash';
import { joinTokens } from './tokens';

/** Tokens and how they hang together. */
export interface Shape {
  readonly texts: readonly string[];
  /** One char a token, `1` where it is glued to the one before; then the salt (`glueOf`). */
  readonly glue: string;
}

/** The distinct masked messages, in order of first appearance; about 250 bytes each. */
export class SignatureList {
  /** Tokens are cut from these when they are asked for, since most never are. */
  private readonly texts: string[] = [];
  private readonly idOfText = new Map<string, SignatureId>();
  private readonly hashesHigh = new Uint32Column();
  private readonly hashesLow = new Uint32Column();

  get length(): number {
    return this.texts.length;
  }

  idOf({ texts, glue }: Shape): SignatureId | undefined {
    return this.idOfText.get(signatureText(texts, glue));
  }

  /** Call for what has no id yet. */
  add({ texts, glue }: Shape, salt: number): SignatureId {
    const text = signatureText(texts, glue);
    const id = (this.texts.push(text) - 1) as SignatureId;
    this.idOfText.set(text, id);
    const { hi, lo } = textHash(`${salt} ${joinTokens(texts, glue)}`);
    this.hashesHigh.push(hi);
    this.hashesLow.push(lo);
    return id;
  }

  /** Gives up the signatures from `count` on. */
  truncate(count: number): void {
    for (const text of this.texts.splice(count)) this.idOfText.delete(text);
    this.hashesHigh.truncate(count);
    this.hashesLow.truncate(count);
  }

  /** See `signatureText`. */
  textOf(signature: SignatureId): string {
    return this.texts[signature];
  }

  tokensOf(signature: SignatureId): readonly string[] {
    return tokensOfText(this.texts[signature]);
  }

  glueOf(signature: SignatureId): string {
    return glueOfText(this.texts[signature]);
  }

  shapeOf(signature: SignatureId): Shape {
    return { texts: this.tokensOf(signature), glue: this.glueOf(signature) };
  }

  /** 64 bits of the masked text and the salt alone. */
  hashOf(signature: SignatureId): { hi: number; lo: number } {
    return { hi: this.hashesHigh.get(signature), lo: this.hashesLow.get(signature) };
  }
}
