import { describe, expect, it } from 'vitest';
import type { TaughtLabel } from '../../../src/engine/labels/label';
import { identityOf } from '../../../src/engine/labels/record-names';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { LineNumber } from '../../../src/engine/model/units';
import { analysed, choicesAt, depotLog, judgedBy, lineOf, opened, says } from './depot-log';

const text = depotLog(60);
const log = opened([text]);
const plain = analysed(log);

const torn = lineOf(text, 'cable torn');
const lifted = lineOf(text, 'lifted');
const waits = lineOf(text, 'waits for ramp');
const ofTorn = choicesAt(log, torn);
const ofLifted = choicesAt(log, lifted);
const ofWaits = choicesAt(log, waits);
const [troubled] = plain.incidents;
const incident: TaughtLabel['subject'] = {
  kind: 'incident',
  id: troubled.id,
  findings: plain.findings.filter(({ id }) => troubled.findings.includes(id)).map(identityOf),
};

const labelled = (analysis: Analysis) =>
  analysis.findings.filter(({ reasons }) => reasons[0].detector === 'label');
const findingAt = (analysis: Analysis, line: LineNumber) =>
  analysis.findings.find((finding) => finding.line === line);
/** By their index among those given; null where none holds. */
const heldAt = (...lines: LineNumber[]) => log.session.labels.labelsOfLines(lines);

/** Each so many-th line by itself. */
function recordsSaid(count: number): TaughtLabel[] {
  const step = Math.floor(plain.overview.lines / count);
  return Array.from({ length: count }, (_, at) => choicesAt(log, (at * step + 1) as LineNumber)).map(
    ({ record }) => says(record, 'anomalous'),
  );
}

describe('what is called anomalous is a finding', () => {
  const cases: readonly (readonly [string, TaughtLabel['subject'], LineNumber, number])[] = [
    ['a line', ofLifted.record, lifted, 1],
    ['all lines of a template', ofLifted.template.subject, lifted, 60],
    ['all sessions of a shape, each as one', ofWaits.session.subject, (waits - 1) as LineNumber, 25],
  ];
  it.each(cases)('%s', (_, subject, line, records) => {
    const judged = judgedBy(log, [says(subject, 'anomalous', 'network', 'seen before')]);
    const found = labelled(judged);
    expect(found[0].line).toBe(line);
    expect(found.reduce((sum, { repeats }) => sum + repeats.count, 0)).toBe(records);
    expect(found[0]).toMatchObject({ category: 'network', score: 1 });
    expect(['medium', 'high', 'critical']).toContain(found[0].severity);
    expect(found[0].reasons[0].message.values).toEqual(['network', 'seen before']);
    expect(judged.labels).toMatchObject({ covered: records, anomalous: records });
    expect(judged.labels.labels[0]).toMatchObject({ records, first: { source: 0, line }, conflicts: [] });
  });

  it('a category of the user’s own is told, and what it concerns guessed as ever', () => {
    const [found] = labelled(judgedBy(log, [says(ofTorn.record, 'anomalous', 'wear')]));
    expect(found.category).toBe(findingAt(plain, torn)?.category);
    expect(found.reasons[0].message.values).toEqual(['wear']);
  });

  it('and however many: that makes no log unusual as a whole', () => {
    const { verdict, overview } = judgedBy(log, recordsSaid(plain.overview.lines / 4));
    expect(overview.markedLines).toBeGreaterThan(overview.lines / 20);
    expect(verdict).toBe('findings');
  });

  it('whatever the sensitivity', () => {
    const judged = opened([text], { sensitivity: 0, labels: [says(ofLifted.record, 'anomalous')] });
    expect(analysed(judged).findings.map(({ line }) => line)).toEqual([lifted]);
  });
});

describe('what is called normal', () => {
  const cases: readonly (readonly [string, TaughtLabel['subject']])[] = [
    ['a template', ofTorn.template.subject],
    ['a session', ofTorn.session.subject],
    ['an incident', incident],
  ];
  it.each(cases)('%s: fires no more', (_, subject) => {
    expect(findingAt(plain, torn)).toBeDefined();
    const judged = judgedBy(log, [says(subject, 'normal')]);
    expect(findingAt(judged, torn)).toBeUndefined();
    expect(judged.incidents.some(({ worstLine }) => worstLine === torn)).toBe(false);
    expect(judged.labels.anomalous).toBe(0);
    expect(judged.labels.covered).toBeGreaterThan(0);
  });

  it('a line: is found, as faces hide it by its id', () => {
    const judged = judgedBy(log, [says(ofTorn.record, 'normal')]);
    expect(findingAt(judged, torn)?.id).toBe(ofTorn.record.id);
    expect(heldAt(torn)).toEqual([0]);
  });
});

describe('of several the narrower holds', () => {
  const [record, held, session, template] = [
    ofTorn.record,
    incident,
    ofTorn.session.subject,
    ofTorn.template.subject,
  ];
  const narrowing = [template, session, held, record];
  it.each([1, 2, 3, 4])('of the %i broadest the last, in whatever order they are given', (count) => {
    const labels = narrowing
      .slice(0, count)
      .map((subject, i) => says(subject, i % 2 ? 'normal' : 'anomalous'));
    judgedBy(log, labels);
    expect(heldAt(torn)).toEqual([count - 1]);
    judgedBy(log, labels.toReversed());
    expect(heldAt(torn)).toEqual([0]);
  });
});

describe('of two that disagree about the same', () => {
  const said = says(ofTorn.template.subject, 'normal');
  const denied = says(ofTorn.template.subject, 'anomalous');

  it('neither holds, and each names the other', () => {
    const { labels, findings } = judgedBy(log, [said, denied]);
    expect(heldAt(torn)).toEqual([null]);
    expect(labels.labels.map(({ conflicts }) => conflicts)).toEqual([[1], [0]]);
    expect(findings).toEqual(plain.findings);
  });

  it('a broader one holds instead', () => {
    judgedBy(log, [says(ofTorn.session.subject, 'normal'), said, denied]);
    expect(heldAt(torn)).toEqual([0]);
    judgedBy(log, [says(ofTorn.record, 'normal'), says(ofTorn.record, 'anomalous'), said]);
    expect(heldAt(torn)).toEqual([2]);
  });
});

describe('labels change nothing else', () => {
  const labels = [
    says(ofTorn.record, 'normal'),
    says(ofLifted.template.subject, 'anomalous', 'system'),
    says(ofWaits.session.subject, 'normal'),
  ];

  it('known from the start or later, read in whatever pieces: the same', () => {
    const later = judgedBy(log, labels);
    expect(analysed(opened([text], { labels }, 997))).toEqual(later);
  });

  it('taken back, all is as it was', () => {
    judgedBy(log, labels);
    expect(judgedBy(log, [])).toEqual(plain);
  });

  it('of another log speak of nothing here', () => {
    const other = opened([depotLog(12).replaceAll('lifted', 'weighed')]);
    analysed(other);
    const foreign = says(choicesAt(other, 2 as LineNumber).record, 'anomalous');
    const { labels: coverage, findings } = judgedBy(log, [foreign]);
    expect(coverage).toMatchObject({ covered: 0, labels: [{ records: 0, first: null }] });
    expect(findings).toEqual(plain.findings);
  });
});

describe('labels hold', () => {
  const subjects = [ofTorn.record, ofLifted.template.subject, ofWaits.session.subject, incident];
  const labels = subjects.map((subject) => says(subject, 'anomalous'));
  const spoken = ({ labels: { labels: matches } }: Pick<Analysis, 'labels'>) =>
    matches.map(({ records }) => records > 0);

  it('when the log has grown', () => {
    const grown = analysed(opened([depotLog(200)], { labels }));
    expect(spoken(grown)).toEqual([true, true, true, true]);
    expect(labelled(grown).some(({ line }) => line === torn)).toBe(true);
  });

  it('when it was rotated', () => {
    const rest = depotLog(200).slice(text.length);
    expect(spoken(analysed(opened([text, rest], { labels })))).toEqual([true, true, true, true]);
  });

  it('when more was appended to what is open', () => {
    const followed = opened([text], { labels });
    analysed(followed);
    const whole = depotLog(90);
    expect(followed.session.continueSource(Date.UTC(2026, 10, 21) / 1000)).toBe(true);
    followed.session.push(new TextEncoder().encode(whole.slice(text.length)));
    followed.session.closeSource();
    const read = opened([whole], { labels });
    const { aliases: _, ...now } = analysed({ session: followed.session, texts: read.texts });
    const { aliases: __, ...atOnce } = analysed(read);
    expect(now).toEqual(atOnce);
    expect(spoken(atOnce)).toEqual([true, true, true, true]);
  });
});
