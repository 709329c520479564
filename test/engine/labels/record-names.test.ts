import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordNames } from '../../../src/engine/labels/record-names';
import type { RecordIndex } from '../../../src/engine/model/units';
import { reach } from '../../../src/engine/triage/context-hashes';
import { Identities, type Identity } from '../../../src/engine/triage/identity';
import { buildLog, finish, type Row } from '../log-builder';

/** Few words, so that many records have the same around them. */
const rows = fc.array(
  fc.record({ text: fc.constantFrom('idle', 'tick 7'), step: fc.constantFrom(0, 0, 1, 2) }),
  { minLength: 1, maxLength: 40 },
);

function timed(steps: readonly { readonly text: string; readonly step: number }[]): Row[] {
  const timedRows: Row[] = [];
  let at = 1_773_480_000;
  for (const { text, step } of steps) {
    at += step;
    timedRows.push({ text, at });
  }
  return timedRows;
}

function identitiesOf(log: readonly Row[]): Identity[] {
  const { records, mined } = buildLog({ rows: log });
  const all = log.map((_, i) => i as RecordIndex);
  const identities = new Identities(records, mined);
  finish(identities.identify(all));
  return all.map((record) => identities.of(record));
}

it('no two records of a log have one name', () => {
  fc.assert(
    fc.property(rows, (steps) => {
      const names = identitiesOf(timed(steps)).map((one) => recordNames(one).own);
      expect(new Set(names).size).toBe(steps.length);
    }),
  );
});

it('a record keeps its name when the beginning of its log goes, where its id does not', () => {
  fc.assert(
    fc.property(rows, rows, (gone, rest) => {
      const before = timed([
        ...gone,
        { text: 'idle', step: 1 },
        ...rest.map((row) => ({ ...row, step: row.step + 1 })),
      ]);
      const after = before.slice(gone.length);
      const [were, are] = [identitiesOf(before).slice(gone.length), identitiesOf(after)];
      for (let at = reach; at < after.length; at++)
        expect(recordNames(are[at])).toEqual(recordNames(were[at]));
    }),
  );
});

it('a record whose log has grown has had the name of then', () => {
  fc.assert(
    fc.property(rows, rows, (short, more) => {
      const long = timed([...short, ...more]);
      const then = identitiesOf(long.slice(0, short.length)).map((one) => recordNames(one).own);
      for (const [at, one] of identitiesOf(long).slice(0, short.length).entries()) {
        const { own, former } = recordNames(one);
        expect([own, ...former]).toContain(then[at]);
      }
    }),
  );
});
