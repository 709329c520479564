/** The part of the WHATWG Encoding API the engine uses; every host it runs in (Node, workers, browsers) has it. */
declare class TextDecoder {
  /** Throws RangeError for a label the host does not know. */
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array;
}
