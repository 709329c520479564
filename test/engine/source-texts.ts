import type { SourceTexts } from '../../src/engine/records/source-texts';
import { Transcoder } from '../../src/engine/text/transcode';

/** The texts of sources whose UTF-8 bytes a test has at hand. */
export function textsOf(...sources: readonly (string | Uint8Array)[]): SourceTexts {
  const bytes = sources.map((text) => (typeof text === 'string' ? new TextEncoder().encode(text) : text));
  return { read: (source, start, end) => bytes[source].subarray(start, end) };
}

/** The text as the engine counts its bytes: NULs in a short log make it UTF-16. */
export function decoded(bytes: Uint8Array): Uint8Array {
  const transcoder = new Transcoder(undefined);
  return Buffer.concat([transcoder.push(bytes), transcoder.end()]);
}
