import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFinder } from '../../../src/engine/labels/resolve/records-by-id';
import { signaturesByTemplate } from '../../../src/engine/labels/resolve/signatures-by-template';
import type { WantedRecord } from '../../../src/engine/labels/resolve/wanted-ids';
import type { RecordIndex, TemplateId } from '../../../src/engine/model/units';
import { reach } from '../../../src/engine/triage/context-hashes';
import { Identities } from '../../../src/engine/triage/identity';
import { type BuiltSource, buildLog, finish } from '../log-builder';

const words = ['idle', 'tick 7', 'valve {open}', 'valve {shut}'];
const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 });
const log = (rows: readonly string[]): BuiltSource => ({ rows: rows.map((text) => ({ text })) });

/** What a label on each record would say of it. */
function labelsOf(...sources: readonly BuiltSource[]): WantedRecord[] {
  const { records, mined } = buildLog(...sources);
  const all = Array.from({ length: records.recordCount }, (_, i) => i as RecordIndex);
  const identities = new Identities(records, mined);
  finish(identities.identify(all));
  return all.map((record) => ({
    ...identities.of(record),
    template: mined.template(mined.templateOf(records.signature.get(record) as never)).pattern,
  }));
}

function found(
  wanted: readonly WantedRecord[],
  ...sources: readonly BuiltSource[]
): readonly (readonly number[])[] {
  const { records, mined } = buildLog(...sources);
  const ids = new Set(Array.from({ length: mined.signatureCount }, (_, i) => mined.templateOf(i as never)));
  const templates = [...ids].map((id) => ({ id, pattern: mined.template(id as TemplateId).pattern }));
  return finish(new RecordFinder(records, mined).find(wanted, signaturesByTemplate(templates, mined)));
}

const places = (count: number) => Array.from({ length: count }, (_, i) => [i]);
const nameless = (labels: readonly WantedRecord[]) => labels.map(({ id, formerIds }) => ({ id, formerIds }));

describe('a record is found again by its id', () => {
  it('any record, and no other', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        expect(found(labelsOf(log(rows)), log(rows))).toEqual(places(rows.length));
      }),
    );
  });

  it('where a label does not tell its template', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        expect(found(nameless(labelsOf(log(rows))), log(rows))).toEqual(places(rows.length));
      }),
    );
  });

  it('when the log has grown since', () => {
    fc.assert(
      fc.property(texts, texts, (rows, more) => {
        expect(found(labelsOf(log(rows)), log([...rows, ...more]))).toEqual(places(rows.length));
      }),
    );
  });

  it('in a log that had more behind it once', () => {
    fc.assert(
      fc.property(texts, texts, (rows, more) => {
        const labels = labelsOf(log([...rows, ...more])).slice(0, rows.length);
        expect(found(labels, log(rows))).toEqual(places(rows.length));
      }),
    );
  });

  it('behind another log, and not in baselines', () => {
    const [own, other] = [log(['idle', 'tick 1', 'idle']), log(['valve {open}', 'tick 2'])];
    expect(found(labelsOf(own), other, own)).toEqual([[2], [3], [4]]);
    expect(found(labelsOf(own), other, { ...own, role: 'baseline' })).toEqual([[], [], []]);
  });
});

/** A row a second, as the text says no more than others do. */
const timed = (rows: readonly string[], from = 0): BuiltSource => ({
  rows: rows.map((text, i) => ({ text, at: start + from + i })),
});
const start = 1_773_480_000;

describe('a record with a time is found again by its time', () => {
  it('and it alone, when the beginning of its log has gone', () => {
    fc.assert(
      fc.property(texts, texts, (gone, rows) => {
        const labels = labelsOf(timed([...gone, ...rows]));
        const places = found(labels, timed(rows, gone.length));
        expect(places.slice(0, gone.length)).toEqual(gone.map(() => []));
        // The first two have others before them now.
        for (const [at, place] of places.slice(gone.length).entries())
          expect(place).toEqual(at >= reach ? [at] : []);
      }),
    );
  });

  it('among those of the same time and text by its place', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(0, 0, 0, 1)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (rows) => {
        const later = rows.map((_, i) => rows.slice(0, i + 1).reduce((sum, [, step]) => sum + step, start));
        const same = { rows: rows.map(([text], i) => ({ text, at: later[i] })) };
        expect(found(labelsOf(same), same)).toEqual(places(rows.length));
      }),
    );
  });

  it('when the log has grown since, or had more behind it once', () => {
    fc.assert(
      fc.property(texts, texts, (rows, more) => {
        const [short, long] = [timed(rows), timed([...rows, ...more])];
        expect(found(labelsOf(short), long)).toEqual(places(rows.length));
        expect(found(labelsOf(long).slice(0, rows.length), short)).toEqual(places(rows.length));
      }),
    );
  });

  it.each([
    ['another zone', 5.75 * 3600],
    ['the day before', -86_400],
  ])('when its times are read in %s', (_, shift) => {
    const rows = ['idle', 'tick 1', 'idle', 'idle', 'valve {open}', 'idle'];
    expect(found(labelsOf(timed(rows)), timed(rows, shift))).toEqual(places(rows.length));
  });

  it('and no other that comes every quarter of an hour', () => {
    const every = (from: number): BuiltSource => ({
      rows: Array.from({ length: 12 }, (_, i) => ({ text: 'tick 7', at: start + (from + i) * 900 })),
    });
    expect(found(labelsOf(every(0)), every(0))).toEqual(places(12));
    const [gone, edge, rest] = [
      Array(4).fill([]),
      Array(reach).fill([]),
      [2, 3, 4, 5, 6, 7].map((at) => [at]),
    ];
    const moved = found(labelsOf(every(0)).slice(0, 12 - reach), every(4));
    expect(moved).toEqual([...gone, ...edge, ...rest.slice(0, 4)]);
  });

  it('by its ordinal where its log has no times by now', () => {
    const rows = ['idle', 'tick 1', 'idle', 'tick 2', 'idle', 'tick 3'];
    expect(found(labelsOf(timed(rows)), log(rows))).toEqual(places(rows.length));
  });
});

describe('nothing is found', () => {
  const labels = labelsOf(log(['idle', 'tick 1', 'valve {open}', 'idle', 'tick 2']));
  const cases: readonly (readonly [string, WantedRecord])[] = [
    ['of an id no record has', { id: '0123456789abcdef', formerIds: [] }],
    ['of what is no id', { id: '../../etc', formerIds: ['', 'ABCDEF'] }],
    ['of a template that is another log’s', { ...labels[2], template: 'pump stopped at once' }],
  ];
  it.each(cases)('%s', (_, wanted) => {
    expect(found([wanted], log(['idle', 'tick 1', 'valve {open}', 'idle', 'tick 2']))).toEqual([[]]);
  });
});

it('a template that has become wider still says where to look', () => {
  const narrow = labelsOf(log(['idle', 'valve open', 'idle', 'idle']))[1];
  expect(found([narrow], log(['idle', 'valve {open}', 'idle', 'idle', 'valve {shut}']))).toEqual([[1]]);
});
