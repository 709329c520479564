import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LabelSubject, LabelVerdict, TaughtLabel } from '../../../src/engine/labels/label';
import { labelConflicts } from '../../../src/engine/labels/label-conflicts';
import { sameSubject } from '../../../src/engine/labels/label-key';
import { Claims } from '../../../src/engine/labels/resolve/claims';
import { Hash64 } from '../../../src/engine/triage/hash64';

const record = (id: string, ...formerIds: string[]): LabelSubject => ({
  kind: 'record',
  id,
  formerIds,
  template: 'belt jammed',
});
const template = (pattern: string): LabelSubject => ({ kind: 'template', pattern, pieces: [pattern] });
const session = (shape: string): LabelSubject => ({ kind: 'session', shape });
const incident = (id: string, ...findings: string[][]): LabelSubject => ({
  kind: 'incident',
  id,
  findings: findings.map(([own, ...formerIds]) => ({ id: own, formerIds })),
});

/** Of one surrounding, by how many before it have the same. */
const idOf = (ordinal: number) => new Hash64().add(7).add(ordinal).hex();
const written = (id: string, time: string, twin?: number): LabelSubject => ({
  ...record(id),
  ...{ time, ...(twin !== undefined && { twin }) },
});
const begun = (id: string, finding: string, time: string): LabelSubject => ({
  ...{ kind: 'incident', id },
  findings: [{ id: finding, formerIds: [], time }],
});

const pairs: readonly (readonly [string, LabelSubject, LabelSubject, boolean])[] = [
  ['one record', record('a'), record('a'), true],
  ['one record, at the log’s end and later', record('b'), record('a', 'b'), true],
  ['two records that never had one id', record('a', 'c'), record('b', 'c'), false],
  ['one record, before its log was rotated and after', written(idOf(9), '5'), written(idOf(2), '5'), true],
  [
    'two records of one ordinal, before a rotation and after',
    written(idOf(2), '5'),
    written(idOf(2), '8'),
    false,
  ],
  ['twins', written(idOf(2), '5'), written(idOf(3), '5', 1), false],
  ['records of one time in other surroundings', written('a', '5'), written('b', '5'), false],
  [
    'an incident, before its log was rotated and after',
    begun('i', idOf(9), '5'),
    begun('j', idOf(2), '5'),
    true,
  ],
  ['two incidents of one ordinal', begun('i', idOf(2), '5'), begun('i', idOf(2), '8'), false],
  ['one template', template('belt jammed'), template('belt jammed'), true],
  ['two templates', template('belt jammed'), template('belt moved'), false],
  ['a record and its template', record('a'), template('belt jammed'), false],
  ['sessions of one shape', session('1'), session('1'), true],
  [
    'an incident whose first finding has another id by now',
    incident('i', ['b']),
    incident('j', ['a', 'b']),
    true,
  ],
  ['incidents that share a later finding', incident('i', ['a'], ['c']), incident('j', ['b'], ['c']), false],
];

const says = (subject: LabelSubject, verdict: LabelVerdict): TaughtLabel => ({
  subject,
  verdict,
  category: null,
  note: null,
});

it.each(pairs)('%s', (_, one, other, isSame) => {
  expect(sameSubject(one, other)).toBe(isSame);
  expect(sameSubject(other, one)).toBe(isSame);
  expect(labelConflicts([says(one, 'normal'), says(other, 'anomalous')])).toEqual(
    isSame ? [[1], [0]] : [[], []],
  );
  expect(labelConflicts([says(one, 'normal'), says(other, 'normal')])).toEqual([[], []]);
});

it('each names all that say the opposite', () => {
  const labels = [
    says(session('1'), 'normal'),
    says(session('1'), 'anomalous'),
    says(session('1'), 'normal'),
  ];
  expect(labelConflicts(labels)).toEqual([[1], [0, 2], [1]]);
});

it('two disagree that speak of the same, whatever ids they share', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const ids = fc.array(id, { maxLength: 3 });
  const subject = fc.oneof(
    fc.tuple(id, ids).map(([own, former]) => record(own, ...former)),
    fc
      .tuple(id, fc.array(fc.tuple(id, ids), { maxLength: 2 }))
      .map(([own, findings]) => incident(own, ...findings.map(([one, former]) => [one, ...former]))),
  );
  const label = fc.tuple(subject, fc.constantFrom<LabelVerdict>('normal', 'anomalous'));
  fc.assert(
    fc.property(fc.array(label, { maxLength: 8 }), (given) => {
      const labels = given.map(([of, verdict]) => says(of, verdict));
      const opposed = labels.map((one) =>
        labels.flatMap((other, index) =>
          one.verdict !== other.verdict && sameSubject(one.subject, other.subject) ? [index] : [],
        ),
      );
      expect(labelConflicts(labels)).toEqual(opposed);
    }),
  );
});

/** As a file may hold that somebody made up to hold others up. */
const many = Array.from({ length: 60_000 }, (_, at) => at);

it('many labels that share ids are no more work than as many that do not', () => {
  const opposite = (at: number): LabelVerdict => (at % 2 === 0 ? 'normal' : 'anomalous');
  const sharing = many.map((at) => says(record(`own ${at}`, 'shared'), 'normal'));
  expect(labelConflicts(sharing).every((others) => others.length === 0)).toBe(true);
  const disagreeing = many.map((at) => says(record('one', `former ${at}`), opposite(at)));
  expect(labelConflicts(disagreeing).every((others) => others.length === 20)).toBe(true);
});

it('of as many that disagree about one thing each is told, with few others', () => {
  const claims = new Claims<string>(many.map((at) => ({ verdict: at % 2 === 0 ? 'normal' : 'anomalous' })));
  for (const label of many) claims.add('one template', label);
  const told = new Set<number>();
  let pairs = 0;
  claims.tellConflicts((one, other) => {
    pairs++;
    told.add(one).add(other);
  });
  expect(told.size).toBe(many.length);
  expect(pairs).toBeLessThan(20 * many.length);
  expect(claims.holding('one template')).toBeUndefined();
});
