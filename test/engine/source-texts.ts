import type { SourceTexts } from '../../src/engine/records/source-texts';

/** The texts of sources whose UTF-8 bytes a test has at hand. */
export function textsOf(...sources: readonly (string | Uint8Array)[]): SourceTexts {
  const bytes = sources.map((text) => (typeof text === 'string' ? new TextEncoder().encode(text) : text));
  return { read: (source, start, end) => bytes[source].subarray(start, end) };
}
