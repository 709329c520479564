import fc from 'fast-check';
import { describe, it } from 'vitest';
import { quotedEnd } from '../../../src/engine/formats/json-scan';

const text = fc.array(fc.constantFrom('"', '\\', 'a', '#', '!', '[', ']', '\u00dc', '\0'), { maxLength: 24 });

describe('where a quoted string ends', () => {
  it('is at the first quote that no backslash escapes, wherever the text begins', () => {
    fc.assert(
      fc.property(text, fc.nat(6), fc.nat(3), (characters, before, behind) => {
        const bytes = new TextEncoder().encode(characters.join(''));
        const start = Math.min(before, bytes.length);
        const end = Math.max(start, bytes.length - behind);
        return quotedEnd(bytes, start, end) === byByte(bytes, start, end);
      }),
    );
  });
});

function byByte(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0x5c) at++;
    else if (bytes[at] === 0x22) return at;
  }
  return end;
}
