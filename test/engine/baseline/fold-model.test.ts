import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaselineModel } from '../../../src/engine/baseline/baseline-model';
import { foldModels } from '../../../src/engine/baseline/fold-model';
import { entriesOf, modelOf } from '../../../src/engine/baseline/model-entries';
import { learnText } from './learned-logs';

/** Lines of a small machine: a few words, a number, an id, a level now and then. */
const line = fc.record({
  second: fc.integer({ min: 0, max: 86_399 }),
  level: fc.constantFrom('INFO', 'WARN', 'ERROR'),
  part: fc.constantFrom('[pump]', '[valve]', '[boiler]'),
  text: fc.constantFrom('opened at', 'closed at', 'pressure is', 'mode=auto after', 'mode=hand after'),
  value: fc.integer({ min: 0, max: 5000 }),
});
const good = fc
  .array(line, { minLength: 1, maxLength: 60 })
  .map((lines) => learnText(lines.map(textOfLine).join('\n')));

function textOfLine(row: { second: number; level: string; part: string; text: string; value: number }) {
  const at = new Date(Date.UTC(2026, 2, 14) + row.second * 1000).toISOString();
  return `${at} ${row.level} ${row.part} ${row.text} ${row.value} ms`;
}

describe('merging baselines', () => {
  it('gives the same in whatever order and grouping', () => {
    fc.assert(
      fc.property(good, good, good, (a, b, c) => {
        const all = foldModels([a, b, c]);
        expect(foldModels([c, a, b])).toEqual(all);
        expect(foldModels([foldModels([b, c]), a])).toEqual(all);
        expect(foldModels([b, foldModels([a, c])])).toEqual(all);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves a single one as it is', () => {
    fc.assert(
      fc.property(good, (model) => {
        expect(foldModels([model])).toEqual(model);
      }),
      { numRuns: 25 },
    );
  });

  it('adds up what each knows', () => {
    const two = foldModels([learnText('pump opened 1\npump opened 2'), learnText('pump opened 7')]);
    expect(two).toMatchObject({ logs: 2, records: 3 });
    expect(two.messages).toMatchObject([{ text: expect.stringContaining('pump opened <number>') }]);
    expect(two.messages[0].levels[0]).toBe(3);
  });
});

describe('entries of a baseline', () => {
  it('make the model they were made of', () => {
    fc.assert(
      fc.property(good, (model) => {
        expect(modelOf([...entriesOf(model)])).toEqual(model);
      }),
      { numRuns: 25 },
    );
  });

  it('are refused where a member is something else, whatever it is', () => {
    const model: BaselineModel = learnText(
      Array.from({ length: 60 }, (_, i) => `mode=${i % 3 === 0 ? 'auto' : 'hand'} after ${i} ms`).join('\n'),
    );
    const entries = [...entriesOf(model)];
    const places = entries.flatMap((entry, at) => Object.keys(entry).map((member) => ({ at, member })));
    const foreign = fc.constantFrom(undefined, 'x', -1, 1e9, 0.5, [[[]]], {}, [-1], [['x', 'y', 'z']]);
    fc.assert(
      fc.property(fc.constantFrom(...places), foreign, ({ at, member }, value) => {
        const mutated = entries.map((entry, i) => (i === at ? { ...entry, [member]: value } : entry));
        const read = modelOf(mutated as typeof entries);
        // Another number of records, or another word, is no mistake that could be seen.
        const isPlausible = typeof value === 'number' || typeof value === 'string' || member === 'kind';
        expect(read === undefined || isPlausible).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
