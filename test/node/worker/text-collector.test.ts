import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextCollector } from '../../../src/node/worker/text-collector';

describe('TextCollector', () => {
  it('gives the UTF-8 of the whole text, wherever it was cut', () => {
    const cutText = fc.tuple(fc.string({ unit: 'binary' }), fc.array(fc.nat(40)));
    fc.assert(
      fc.property(cutText, ([text, cuts]) => {
        const collector = new TextCollector();
        const at = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        for (let i = 1; i < at.length; i++) collector.push(text.slice(at[i - 1], at[i]));
        expect(Buffer.from(collector.take()).toString()).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it('begins anew after the text was taken', () => {
    const collector = new TextCollector();
    collector.push('one');
    collector.take();
    collector.push('two');
    expect(Buffer.from(collector.take()).toString()).toBe('two');
  });
});
