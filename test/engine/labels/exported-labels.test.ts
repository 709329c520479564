import { expect, it } from 'vitest';
import type { ExportSettings } from '../../../src/engine/dataset/export/export-settings';
import type { GivenLabels } from '../../../src/engine/dataset/export/given-labels';
import { Mark } from '../../../src/engine/dataset/export/record-marks';
import { usualShares } from '../../../src/engine/dataset/split/split';
import type { TaughtLabel } from '../../../src/engine/labels/label';
import type { LineNumber } from '../../../src/engine/model/units';
import { finish } from '../log-builder';
import { analysed, choicesAt, depotLog, lineOf, opened, says } from './depot-log';

const text = depotLog(60);
const log = opened([text]);
analysed(log);
const torn = lineOf(text, 'cable torn');
const { record, template } = choicesAt(log, torn);

const settings: ExportSettings = {
  unit: { kind: 'sessions' },
  shares: usualShares,
  balances: false,
  labelledOnly: false,
  splitBy: 'random',
  seed: 1,
};

/** What the line's record goes by into a data set. */
function said(labels: readonly TaughtLabel[], more: Partial<GivenLabels> = {}) {
  const { session, texts } = log;
  const analysis = finish(session.rejudge({ labels }, texts));
  const known: GivenLabels = { lines: [], calledNormal: [], takesFindings: false, ...more };
  const { given } = finish(session.dataset.plan(settings, known, analysis));
  const at = torn - 1;
  return {
    mark: given.marks[at],
    category: given.names[given.categories[at]],
    note: given.notes.get(at),
    conflicts: given.conflicts,
  };
}

const line = (isAbnormal: boolean, note: string | null = null) => [
  { line: torn, endLine: torn as LineNumber, isAbnormal, category: 'wear', note },
];

const cases: readonly (readonly [string, ReturnType<typeof said>, ReturnType<typeof said>])[] = [
  [
    'an anomalous template: its category and note',
    said([says(template.subject, 'anomalous', 'system', 'old cable')]),
    { mark: Mark.anomalous, category: 'system', note: 'old cable', conflicts: 0 },
  ],
  [
    'a normal line of an anomalous template',
    said([says(template.subject, 'anomalous', 'system'), says(record, 'normal')], { takesFindings: true }),
    { mark: Mark.normal, category: '', note: undefined, conflicts: 0 },
  ],
  [
    'what the file says before what the store says, and that is a contradiction',
    said([says(record, 'anomalous', 'system', 'old cable')], { lines: line(false) }),
    { mark: Mark.normal, category: '', note: undefined, conflicts: 1 },
  ],
  [
    'what both say: the file’s words',
    said([says(record, 'anomalous', 'system', 'old cable')], { lines: line(true, 'worn') }),
    { mark: Mark.anomalous, category: 'wear', note: 'worn', conflicts: 0 },
  ],
  [
    'two that disagree: nothing, and that is a contradiction',
    said([says(record, 'anomalous'), says(record, 'normal')]),
    { mark: Mark.none, category: '', note: undefined, conflicts: 1 },
  ],
];

it.each(cases)('%s', (_, found, expected) => {
  expect(found).toEqual(expected);
});
