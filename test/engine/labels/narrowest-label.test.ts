import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LabelSubject, LabelVerdict, TaughtLabel } from '../../../src/engine/labels/label';
import { identityOf } from '../../../src/engine/labels/record-names';
import type { LineNumber } from '../../../src/engine/model/units';
import { analysed, choicesAt, depotLog, judgedBy, lineOf, opened, says } from './depot-log';

const text = depotLog(44);
const log = opened([text]);
const plain = analysed(log);
const places = ['cable torn', 'waits for ramp', 'lifted'].map((words) => choicesAt(log, lineOf(text, words)));
const lines = Array.from({ length: text.split('\n').length - 1 }, (_, i) => (i + 1) as LineNumber);

const subjects: readonly LabelSubject[] = [
  ...places.flatMap(({ record, template, session }) => [record, template.subject, session.subject]),
  ...plain.incidents.map(
    ({ id, findings }): LabelSubject => ({
      kind: 'incident',
      id,
      findings: plain.findings.filter((finding) => findings.includes(finding.id)).map(identityOf),
    }),
  ),
];

/** The lines each of them speaks of, asked for alone. */
const spokenOf = subjects.map((subject) => {
  judgedBy(log, [says(subject, 'normal')]);
  const held = log.session.labels.labelsOfLines(lines);
  return new Set(lines.filter((_, at) => held[at] === 0));
});

const narrowestFirst = ['record', 'incident', 'session', 'template'] as const;

/** As the contract of labels has it, one line after the other. */
function expectedAt(line: LineNumber, labels: readonly TaughtLabel[]): number | null {
  for (const kind of narrowestFirst) {
    const own = labels.flatMap(({ subject }, index) =>
      subject.kind === kind && spokenOf[subjects.indexOf(subject)].has(line) ? [index] : [],
    );
    if (new Set(own.map((index) => labels[index].verdict)).size === 1) return own[0];
  }
  return null;
}

const verdicts = fc.constantFrom<LabelVerdict>('normal', 'anomalous');
const given = fc.array(
  fc.tuple(fc.constantFrom(...subjects), verdicts).map(([subject, verdict]) => says(subject, verdict)),
  { maxLength: 8 },
);

it('of any labels the narrowest that nothing contradicts holds, and what is counted is what holds', () => {
  fc.assert(
    fc.property(given, (labels) => {
      const { labels: coverage } = judgedBy(log, labels);
      const held = log.session.labels.labelsOfLines(lines);
      expect(held).toEqual(lines.map((line) => expectedAt(line, labels)));
      const holding = held.filter((index) => index !== null);
      expect(coverage.covered).toBe(holding.length);
      const isAnomalous = (index: number) => labels[index].verdict === 'anomalous';
      expect(coverage.anomalous).toBe(holding.filter(isAnomalous).length);
    }),
    { numRuns: 40 },
  );
});

it('each speaks of something, and of no two the same', () => {
  expect(spokenOf.every((own) => own.size > 0)).toBe(true);
  expect(subjects.length).toBe(10);
});
