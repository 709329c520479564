import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordIndex } from '../../../src/engine/model/units';
import { Hash64 } from '../../../src/engine/triage/hash64';
import { Identities, type Identity } from '../../../src/engine/triage/identity';
import { type BuiltSource, buildLog, finish } from '../log-builder';

/** Identities of the given records (all, if left out). */
function identify(sources: readonly BuiltSource[], wanted?: readonly number[]): Identity[] {
  const { records, mined } = buildLog(...sources);
  const all = wanted ?? Array.from({ length: records.recordCount }, (_, i) => i);
  const identities = new Identities(records, mined);
  finish(identities.identify(all as RecordIndex[]));
  return all.map((record) => identities.of(record as RecordIndex));
}

const log = (texts: readonly string[]): BuiltSource => ({ rows: texts.map((text) => ({ text })) });
const texts = fc.array(fc.constantFrom('a', 'b', 'c 1'), { minLength: 1, maxLength: 40 });

describe('identity', () => {
  it('is 16 hex digits, and no two records of a log share one', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const ids = identify([log(rows)]).map(({ id }) => id);
        expect(new Set(ids).size).toBe(rows.length);
        for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('stays the same when the log grows, or becomes one of the former ids', () => {
    fc.assert(
      fc.property(texts, texts, (rows, more) => {
        const before = identify([log(rows)]);
        const after = identify([log([...rows, ...more])]);
        before.forEach(({ id }, record) => {
          expect([after[record].id, ...after[record].formerIds]).toContain(id);
        });
      }),
    );
  });

  it('is the same with two records after it, whatever follows them', () => {
    const ids = (rows: readonly string[]) =>
      identify([log(rows)])
        .slice(0, 5)
        .map(({ id }) => id);
    expect(ids(['a', 'b', 'a', 'b', 'c', 'x', 'y'])).toEqual(
      ids(['a', 'b', 'a', 'b', 'c', 'x', 'y', 'a', 'b', 'a', 'b', 'c']),
    );
  });

  it('and former ids are no other record’s', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const everyId = identify([log(rows)]).flatMap(({ id, formerIds }) => [id, ...formerIds]);
        expect(new Set(everyId).size).toBe(everyId.length);
      }),
    );
  });

  it('does not depend on which records are asked for', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (rows, at) => {
        const record = at % rows.length;
        expect(identify([log(rows)], [record])[0]).toEqual(identify([log(rows)])[record]);
      }),
    );
  });

  it('does not depend on other sources, their place or their name', () => {
    const rows = ['a', 'b', 'a', 'b', 'c'];
    const alone = identify([log(rows)]);
    const second = identify([log(['z', 'a', 'b']), { ...log(rows), path: 'app.log.1' }], [3, 4, 5, 6, 7]);
    expect(second).toEqual(alone);
  });

  it('goes by the masked text: digits do not matter, words do', () => {
    const idOf = (text: string) => identify([log(['x', 'x', text, 'y', 'y'])])[2].id;
    expect(idOf('took 17 ms')).toBe(idOf('took 4 ms'));
    expect(idOf('took 17 ms')).not.toBe(idOf('lost 17 ms'));
  });

  const ends: readonly (readonly [number, number])[] = [
    [0, 0],
    [1, 1],
    [2, 2],
    [7, 2],
  ];

  it.each(ends)('with %d records after it has %d former ids', (after, formerIds) => {
    const rows = ['a', ...Array.from({ length: after }, () => 'b')];
    expect(identify([log(rows)])[0].formerIds).toHaveLength(formerIds);
  });
});

describe('64-bit hash', () => {
  it('is the one the store’s ids were made with', () => {
    expect(new Hash64().add(1).add(2).add(0xffffffff).hex()).toMatchInlineSnapshot(`"31fa8cbf935ef48e"`);
  });

  it('keeps words in their order and a copy apart', () => {
    const hash = new Hash64().add(1);
    const copy = hash.copy();
    hash.add(2);
    expect(copy.add(3).hex()).toBe(new Hash64().add(1).add(3).hex());
    expect(new Hash64().add(2).add(1).hex()).not.toBe(hash.hex());
  });

  it('does not collide on a hundred thousand neighbouring words', () => {
    const hashes = new Set<string>();
    for (let word = 0; word < 100_000; word++) hashes.add(new Hash64().add(word).hex());
    expect(hashes.size).toBe(100_000);
  });
});
