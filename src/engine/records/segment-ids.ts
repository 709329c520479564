import type { SignatureId } from '../model/units';
import { glueOfText, tokensOfText } from '../templates/signature-text';
import type { TemplateMiner } from '../templates/template-miner';
import type { ComponentNames } from './component-names';
import type { NewSignature, SegmentRows } from './segment-rows';

/** Of an id that no row adopted so far has used. */
const unknown = -1;

/**
 * What the numbers of one segment reader are in the session. They are asked for row by row, in the order of the
 * source: so the session meets what is new in the order it would have met it reading alone.
 */
export class SegmentIds {
  private readonly signatures: NewSignature[] = [];
  private readonly signatureIds: number[] = [];
  private readonly components: Uint8Array[] = [new Uint8Array(0)];
  private readonly componentIds: number[] = [0];

  /** Call with every segment of the reader in its order, adopted or not: what is new in one may come again in the next. */
  learn({ signatures, components }: SegmentRows): void {
    for (const signature of signatures) {
      this.signatures.push(signature);
      this.signatureIds.push(unknown);
    }
    for (const name of components) {
      this.components.push(name);
      this.componentIds.push(unknown);
    }
  }

  /** Puts the session's numbers in the place of the reader's. */
  translateSignatures(ids: Uint32Array, miner: TemplateMiner): void {
    const known = this.signatureIds;
    for (let i = 0; i < ids.length; i++) {
      const id = known[ids[i]];
      ids[i] = id === unknown ? this.newSignature(ids[i], miner) : id;
    }
  }

  /** Puts the session's numbers in the place of the reader's. */
  translateComponents(ids: Uint16Array, names: ComponentNames): void {
    const known = this.componentIds;
    for (let i = 0; i < ids.length; i++) {
      const id = known[ids[i]];
      ids[i] = id === unknown ? this.newComponent(ids[i], names) : id;
    }
  }

  private newSignature(id: number, miner: TemplateMiner): SignatureId {
    const { text, salt } = this.signatures[id];
    const found = miner.signatureOfShape({ texts: tokensOfText(text), glue: glueOfText(text) }, salt);
    this.signatureIds[id] = found;
    return found;
  }

  private newComponent(id: number, names: ComponentNames): number {
    const name = this.components[id];
    this.componentIds[id] = names.idOf(name, 0, name.length);
    return this.componentIds[id];
  }
}
