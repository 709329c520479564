import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFinder } from '../../../src/engine/labels/resolve/records-by-id';
import { signaturesByTemplate } from '../../../src/engine/labels/resolve/signatures-by-template';
import type { WantedRecord } from '../../../src/engine/labels/resolve/wanted-ids';
import type { RecordIndex, TemplateId } from '../../../src/engine/model/units';
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
