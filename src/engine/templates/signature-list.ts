import type { SignatureId } from '../model/units';
import { glueOfText, tokensOfText } from './signature-text';
import { textHash } from './text-hash';
import { joinTokens, saltOfGlue } from './tokens';

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

  get length(): number {
    return this.texts.length;
  }

  /** Of a text that `signatureText` made. */
  idOf(text: string): SignatureId | undefined {
    return this.idOfText.get(text);
  }

  /** Call for what has no id yet. */
  add(text: string): SignatureId {
    const id = (this.texts.push(text) - 1) as SignatureId;
    this.idOfText.set(text, id);
    return id;
  }

  /** Gives up the signatures from `count` on. */
  truncate(count: number): void {
    for (const text of this.texts.splice(count)) this.idOfText.delete(text);
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

  /** 64 bits of the masked text and the salt alone. Made when asked for: listing templates needs none. */
  hashOf(signature: SignatureId): { hi: number; lo: number } {
    const { texts, glue } = this.shapeOf(signature);
    return textHash(`${saltOfGlue(glue)} ${joinTokens(texts, glue)}`);
  }
}
