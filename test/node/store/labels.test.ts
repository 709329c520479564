import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSubject } from '../../../src/engine/labels/label-key';
import { type Label, labelLine, subjectOf } from '../../../src/node/store/label-line';
import {
  conflictsOf,
  distinctLabels,
  LabelStore,
  labelledBy,
  taughtLabels,
} from '../../../src/node/store/labels';
import { temporaryFolder } from '../temporary-folder';
import { ofIncident, ofRecord, ofSession, ofTemplate } from './stored-labels';

const folder = temporaryFolder();
let files = 0;
const path = () => join(folder, String(files++), 'labels.jsonl');
const shape = '0123456789abcdef';

async function storeOf(...labels: readonly Label[]) {
  const store = new LabelStore(path());
  await store.merge(labels, []);
  return store;
}

const listed = async (store: LabelStore) => (await store.list()).labels;

const finding = (id: string, ...formerIds: string[]) => ({ id, formerIds, time: null });

describe('labelledBy', () => {
  it.each([
    ['the same id', ofRecord('a'), finding('a'), true],
    ['an id the finding had when the log was shorter', ofRecord('a'), finding('b', 'a'), true],
    ['an id that is a former one of the labelled', ofRecord('b', { formerIds: ['a'] }), finding('a'), true],
    ['another finding', ofRecord('a'), finding('b', 'c'), false],
    ['former ids alone', ofRecord('a', { formerIds: ['c'] }), finding('b', 'c'), false],
    ['the same id and time', ofRecord('a', { time: '5' }), { ...finding('a'), time: '5' }, true],
    ['the same id at another time', ofRecord('a', { time: '5' }), { ...finding('a'), time: '6' }, false],
    ['the same id where nobody knew the time', ofRecord('a'), { ...finding('a'), time: '5' }, true],
    [
      'an id of a shorter log where nobody knew the time',
      ofRecord('b', { formerIds: ['a'] }),
      { ...finding('a'), time: '5' },
      true,
    ],
  ])('knows a finding by %s', (_, given, finding, expected) => {
    expect(labelledBy([given])(finding)).toBe(expected);
  });

  it.each<[string, Label[], boolean]>([
    ['hides what is called normal', [ofRecord('a')], true],
    ['shows what is called anomalous', [ofRecord('a', { label: 'anomalous' })], false],
    ['hides nothing by a conflict', [ofRecord('a'), ofRecord('a', { label: 'anomalous' })], false],
    [
      'nor by one of two states of the log',
      [ofRecord('a'), ofRecord('b', { label: 'anomalous', formerIds: ['a'] })],
      false,
    ],
    ['leaves what is said of templates to the engine', [ofTemplate('a')], false],
    ['a record goes before its incident', [ofRecord('a'), ofIncident('a', { label: 'anomalous' })], true],
  ])('%s', (_, labels, isHidden) => {
    expect(labelledBy(labels)(finding('a'))).toBe(isHidden);
  });
});

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const anyLabel: fc.Arbitrary<Label> = fc
  .record({
    kind: fc.constantFrom('record', 'template', 'session', 'incident'),
    id: ids,
    label: fc.constantFrom('normal' as const, 'anomalous' as const),
    note: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
    second: fc.integer({ min: 10, max: 59 }),
  })
  .map(({ kind, id, label, note, second }) => {
    const given = { label, at: `2026-11-21T13:00:${second}Z`, ...(note !== undefined && { note }) };
    if (kind === 'record') return ofRecord(id, given);
    if (kind === 'template') return ofTemplate(id, given);
    return kind === 'session' ? ofSession(id.repeat(16), given) : ofIncident(id, given);
  });
const someLabels = fc.array(anyLabel, { maxLength: 12 });

describe('labels of one subject', () => {
  it('are a conflict where they say the opposite, whatever else they say', () => {
    const normal = ofTemplate('full', { note: 'nightly' });
    const anomalous = ofTemplate('full', { label: 'anomalous', category: 'system' });
    const others = [ofRecord('full'), ofTemplate('empty', { label: 'anomalous' })];
    expect(conflictsOf([normal, ...others, anomalous])).toEqual([[normal, anomalous]]);
  });

  it('are a conflict across states of the log', () => {
    const early = ofRecord('a');
    const late = ofRecord('c', { label: 'anomalous', formerIds: ['a', 'b'] });
    const between = ofRecord('b', { formerIds: ['a'] });
    expect(conflictsOf([early, late])).toEqual([[early, late]]);
    expect(distinctLabels([early, between, late])).toEqual([between, late]);
  });

  it('are one of each verdict, the one said last', () => {
    const first = ofSession(shape, { label: 'anomalous', note: 'first' });
    const last = ofSession(shape, { label: 'anomalous', note: 'last', at: '2026-11-22T08:00:00Z' });
    expect(distinctLabels([last, first])).toEqual([last]);
  });

  it('keep the order that the engine counts them by', () => {
    fc.assert(
      fc.property(someLabels, (labels) => {
        const distinct = distinctLabels(labels);
        expect(distinctLabels(distinct)).toEqual(distinct);
        expect(taughtLabels(labels).map(({ subject }) => subject)).toEqual(distinct.map(subjectOf));
        const opposed = distinct.filter((one) =>
          distinct.some(
            (other) => other.label !== one.label && sameSubject(subjectOf(one), subjectOf(other)),
          ),
        );
        expect(new Set(conflictsOf(labels).flat())).toEqual(new Set(opposed));
      }),
    );
  });
});

describe('taughtLabels', () => {
  it('tells the engine what was said', () => {
    const said = { label: 'anomalous', category: 'database', note: 'the pool is dry' } as const;
    expect(taughtLabels([ofRecord('a', { ...said, formerIds: ['b'], template: 'pool <n>' })])).toEqual([
      {
        subject: { kind: 'record', id: 'a', formerIds: ['b'], template: 'pool <n>' },
        verdict: 'anomalous',
        category: 'database',
        note: 'the pool is dry',
      },
    ]);
  });

  it('knows no category of what is normal', () => {
    expect(taughtLabels([ofTemplate('a', { category: 'system' })])[0].category).toBeNull();
  });
});

it('a line says what it was made of', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const { at, note } = label;
      const given = { label: label.label, at, ...(note !== undefined && { note }) };
      const again = labelLine(subjectOf(label), given);
      expect(subjectOf(again)).toEqual(subjectOf(label));
    }),
  );
});

describe('LabelStore', () => {
  it('gives what is labelled one label: a second replaces the first', async () => {
    const store = await storeOf(ofRecord('one'), ofTemplate('two'));
    await store.add(ofRecord('later', { label: 'anomalous', formerIds: ['one'] }));
    await store.add(ofTemplate('two', { label: 'anomalous' }));
    expect(await listed(store)).toEqual([
      ofRecord('later', { label: 'anomalous', formerIds: ['one'] }),
      ofTemplate('two', { label: 'anomalous' }),
    ]);
  });

  it('replaces nothing that a rotation gave the id of another record', async () => {
    const before = ofRecord('a', { time: '1000' });
    const after = ofRecord('a', { time: '9000', label: 'anomalous' });
    const store = await storeOf(before);
    await store.add(after);
    expect(new Set(await listed(store))).toEqual(new Set([before, after]));
    expect(conflictsOf(await listed(store))).toEqual([]);
  });

  it('takes off what is said, of whatever state of the log, and leaves the opposite', async () => {
    const store = await storeOf(ofRecord('one'), ofRecord('two'), ofTemplate('three'));
    const later = ofRecord('later', { formerIds: ['one'], note: 'looked at again' });
    await store.change([], [later, ofRecord('two', { label: 'anomalous' }), ofTemplate('three')]);
    expect(await listed(store)).toEqual([ofRecord('two')]);
  });

  it('gives back what was, conflicts included', async () => {
    await fc.assert(
      fc.asyncProperty(someLabels, anyLabel, someLabels, async (before, added, removed) => {
        const store = new LabelStore(path());
        await store.merge(before, []);
        const was = await listed(store);
        const said = await store.change([added], removed);
        const after = await listed(store);
        expect(after.filter((label) => sameSubject(subjectOf(label), subjectOf(added)))).toEqual([added]);
        await store.takeBack(said, []);
        expect(await listed(store)).toEqual(was);
      }),
      { numRuns: 30 },
    );
  });

  it('takes back its own change only: what is said otherwise by now stays', async () => {
    const store = await storeOf(ofRecord('one'), ofRecord('two'), ofRecord('gone'));
    const said = await store.change(
      [ofRecord('one', { label: 'anomalous' }), ofRecord('new')],
      [ofRecord('two'), ofRecord('gone')],
    );
    const later = ofRecord('one', { label: 'anomalous', by: 'Mei' });
    const again = ofRecord('two', { label: 'anomalous', by: 'Mei' });
    await store.change([later, again], []);
    expect(await store.saidSince(said)).toEqual(expect.arrayContaining([later, again]));
    const back = await store.takeBack(said, []);
    expect(await listed(store)).toEqual([ofRecord('gone'), later, again]);
    await store.takeBack(back, []);
    expect(await listed(store)).toEqual([ofRecord('new'), later, again]);
  });

  it('takes back nothing of what is spared, as where another file says otherwise', async () => {
    const store = await storeOf(ofRecord('one'), ofRecord('two'));
    const said = await store.change([], [ofRecord('one'), ofRecord('two')]);
    await store.takeBack(said, [ofRecord('one', { label: 'anomalous' })]);
    expect(await listed(store)).toEqual([ofRecord('two')]);
  });

  it('settles a conflict by what is said last', async () => {
    const store = await storeOf(ofRecord('a'), ofRecord('a', { label: 'anomalous' }));
    expect(conflictsOf(await listed(store))).toHaveLength(1);
    await store.add(ofRecord('a', { label: 'anomalous', by: 'Mei' }));
    expect(await listed(store)).toEqual([ofRecord('a', { label: 'anomalous', by: 'Mei' })]);
  });

  it('adds the opposite of another store as a conflict, and nothing twice', async () => {
    const store = await storeOf(ofRecord('a'), ofTemplate('b'));
    const opposite = ofRecord('a', { label: 'anomalous' });
    await store.merge([opposite, ofTemplate('b', { note: 'again' }), ofSession(shape)], []);
    expect(await listed(store)).toEqual([opposite, ofRecord('a'), ofSession(shape), ofTemplate('b')]);
  });

  it('writes the same bytes in whatever order labels were given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(ids, { minLength: 2 }), async (order) => {
        const [one, other] = [path(), path()];
        for (const id of order) await new LabelStore(one).add(ofRecord(id));
        for (const id of [...order].reverse()) await new LabelStore(other).add(ofRecord(id));
        expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'));
      }),
      { numRuns: 5 },
    );
  });

  it('writes a file that people can read and merge', async () => {
    const file = path();
    const more = { label: 'anomalous', by: 'Ada', category: 'disk', note: 'full "again"\n' } as const;
    await new LabelStore(file).add(ofTemplate('full', { ...more, pieces: ['fu', 'll'] }));
    expect(readFileSync(file, 'utf8')).toBe(
      '{"oddline":"labels","version":2}\n' +
        '{"at":"2026-11-21T13:00:00Z","by":"Ada","category":"disk","label":"anomalous","note":"full \\"again\\"\\n","pieces":["fu","ll"],"scope":"template","template":"full"}\n',
    );
  });
});

const header = '{"oddline":"labels","version":2}';
const [one, two] = ['one', 'two'].map((id) => JSON.stringify(ofRecord(id)));

async function read(...lines: readonly string[]) {
  const file = join(folder, 'read.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return new LabelStore(file).list();
}

describe('a labels file', () => {
  it('of version 1 is read, and written as version 2 with what is unknown in it', async () => {
    const file = path();
    await new LabelStore(file).add(ofTemplate('gone'));
    const line = '{"at":"2026-01-31T12:00:00Z","finding":"x","label":"normal","seen":{"by":["eye"]}}';
    writeFileSync(file, `{"oddline":"labels","version":1}\n${line}\n`);
    await new LabelStore(file).add(ofTemplate('after'));
    const [, first] = readFileSync(file, 'utf8').split('\n');
    expect(first).toBe(line);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{"oddline":"labels","version":2\}\n/);
  });

  it('of version 1 holds no anomalous line', async () => {
    const line = JSON.stringify(ofRecord('x', { label: 'anomalous' }));
    expect((await read('{"oddline":"labels","version":1}', line)).damaged).toEqual([{ line: 2, text: line }]);
  });

  it('with equal lines says it once', async () => {
    expect((await read(header, one, two, one)).labels).toHaveLength(2);
  });

  it('that git could not merge gives its good lines and names the marks', async () => {
    const { labels, damaged } = await read(
      '<<<<<<< ours',
      header,
      one,
      '=======',
      '{"oddline":"labels","version":1}',
      two,
      '>>>>>>> theirs',
    );
    expect(labels).toEqual([ofRecord('one'), ofRecord('two')]);
    expect(damaged.map(({ line }) => line)).toEqual([1, 4, 7]);
  });

  it.each([
    ['{"finding":"x","label":"odd","at":"2026-01-31"}'],
    ['{"finding":5,"label":"normal","at":"2026-01-31"}'],
    ['{"finding":"","label":"normal","at":"2026-01-31"}'],
    ['{"finding":"x","label":"normal"}'],
    ['{"finding":"x","time":5,"label":"normal","at":"2026-01-31"}'],
    ['{"finding":"x","time":"1e9","label":"normal","at":"2026-01-31"}'],
    [`{"finding":"x","time":"${'9'.repeat(100)}","label":"normal","at":"2026-01-31"}`],
    ['{"finding":"x","twin":-1,"label":"normal","at":"2026-01-31"}'],
    ['{"finding":"x","label":"normal","at":"yesterday"}'],
    ['{"finding":"x","label":"normal","at":"2026-01-31","note":null}'],
    ['{"finding":"x","label":"normal","at":"2026-01-31","by":{}}'],
    [`{"finding":"x","label":"normal","at":"2026-01-31","category":"${'long'.repeat(30)}"}`],
    ['{"scope":"template","label":"normal","at":"2026-01-31","template":"x"}'],
    ['{"scope":"template","label":"normal","at":"2026-01-31","template":"x","pieces":[1]}'],
    ['{"scope":"file","label":"normal","at":"2026-01-31","finding":"x"}'],
    ['{"scope":null,"label":"normal","at":"2026-01-31","finding":"x"}'],
    ['{"scope":"session","label":"normal","at":"2026-01-31","shape":"../../x"}'],
    ['{"scope":"incident","label":"normal","at":"2026-01-31","incident":"x","findings":[]}'],
    ['{"scope":"incident","label":"normal","at":"2026-01-31","incident":"x","findings":[null]}'],
    ['{"finding":"x","label":"normal","at":"2026-01-31","formerIds":[1]}'],
    ['{"finding":"x","label":"normal","at":"2026-01-31","formerIds":"y"}'],
    ['{"__proto__":{"label":"normal"},"finding":"x","at":"2026-01-31"}'],
  ])('takes %s for a damaged line', async (line) => {
    expect(await read(header, line)).toEqual({ labels: [], damaged: [{ line: 2, text: line }] });
  });
});
