import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelGroup } from '../../../../src/engine/labels/learn/labelled-records';
import { nextToLabel, type ProposedGroup } from '../../../../src/engine/labels/learn/next-to-label';
import { learnPatterns } from '../../../../src/engine/labels/learn/sentences';
import { type ScoredRecord, scoredLog, toTheEnd } from './scored-log';

function proposed(
  records: readonly ScoredRecord[],
  limit = 10,
  isPassed: (group: LabelGroup) => boolean = () => false,
): ProposedGroup[] {
  const { scoring, log } = scoredLog(records, ['normal']);
  return toTheEnd(nextToLabel(scoring, log, { isPassed, limit }));
}

function records(count: number, record: ScoredRecord): ScoredRecord[] {
  return Array.from({ length: count }, () => record);
}

function nameOf({ group }: Pick<ProposedGroup, 'group'>): string {
  if (group.kind === 'incident') return `incident ${group.incident}`;
  return group.kind === 'template' ? `template ${group.template}` : `session ${group.shape}`;
}

const contested: ScoredRecord = { template: 0, scores: [0.9, 0, 0] };
const doubtful: ScoredRecord = { template: 1, scores: [0.3, 0.3, 0] };
const ordinary: ScoredRecord = { template: 2, scores: [0, 0.05, 0.05] };

describe('next to label', () => {
  it('takes turns: where detectors disagree, what is near the threshold, what is large', () => {
    const log = [...records(5, contested), ...records(5, doubtful), ...records(400, ordinary)];
    const proposals = proposed(log);
    expect(proposals.map(nameOf)).toEqual(['template 0', 'template 1', 'template 2']);
    expect(proposals.map(({ why }) => why)).toEqual([
      { pattern: learnPatterns.disagree, values: ['level', '0.90', 'rarity', '0.00'] },
      { pattern: learnPatterns.near, values: ['0.51', '0.50'] },
      { pattern: learnPatterns.large, values: [400] },
    ]);
    expect(proposals.map((one) => one.records)).toEqual([5, 5, 400]);
  });

  it('offers no template whose records are found as often as not: whatever is said of it would be wrong of half', () => {
    const mixed = [...records(4, contested), ...records(4, { ...contested, scores: [0, 0, 0.1] })];
    expect(proposed([...mixed, ...records(3, doubtful)]).map(nameOf)).toEqual(['template 1']);
  });

  it('offers nothing that no detector scores', () => {
    expect(proposed(records(50, { template: 0, scores: [0, 0, 0] }))).toEqual([]);
  });

  it('shows the strangest record without a label', () => {
    const weaker: ScoredRecord = { template: 0, scores: [0.8, 0, 0] };
    const log = [weaker, { ...contested, label: 0 }, contested, contested];
    expect(proposed(log).map(({ record, records: all }) => [record, all])).toEqual([[2, 4]]);
  });

  it('leaves out what is labelled or was passed over', () => {
    const log = [...records(5, { ...contested, label: 0 }), ...records(5, doubtful), ...records(9, ordinary)];
    const isPassed = (group: LabelGroup) => group.kind === 'template' && group.template === 1;
    expect(proposed(log, 10, isPassed).map(nameOf)).toEqual(['template 2']);
  });

  it('takes a session for what its strangest record is', () => {
    const session = [
      ...records(9, { template: 2, shape: 0, scores: [0, 0, 0] }),
      { template: 0, shape: 0, scores: [0.9, 0, 0], label: -1 } as const,
    ];
    const proposal = proposed(session).find(({ group }) => group.kind === 'session');
    expect(proposal?.why).toEqual({
      pattern: learnPatterns.disagree,
      values: ['level', '0.90', 'rarity', '0.00'],
    });
    expect([proposal?.record, proposal?.records]).toEqual([9, 10]);
  });

  it('offers an incident among what is large, as odd as its oddest record: nothing else says the same of all', () => {
    const burst: ScoredRecord = { template: 2, incident: 0, scores: [0, 0, 0] };
    const first: ScoredRecord = { template: 2, incident: 0, scores: [0, 0, 0.7] };
    const log = [...records(400, ordinary), first, ...records(60, burst)];
    const [proposal] = proposed(log).filter(({ group }) => group.kind === 'incident');
    expect(proposal).toMatchObject({ records: 61, record: 400 });
    expect(proposal.why).toEqual({ pattern: learnPatterns.incident, values: [61] });
    expect(proposed(log).map(nameOf)).toEqual(['template 2', 'incident 0']);
  });

  it('is not ten of a kind', () => {
    const alike = Array.from({ length: 12 }, (_, template) => records(9, { ...contested, template })).flat();
    const other = records(2, { template: 99, scores: [0, 0.6, 0] });
    expect(proposed([...alike, ...other], 4).map(nameOf)).toContain('template 99');
  });

  const part = fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10);
  const anyRecord = fc.record({
    template: fc.integer({ min: 0, max: 12 }),
    shape: fc.integer({ min: -1, max: 6 }),
    incident: fc.integer({ min: -1, max: 3 }),
    label: fc.constantFrom(-1, -1, 0),
    scores: fc.tuple(part, part, part),
  });

  it('names each group once, with a record of it that has no label, within the limit', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 60 }), fc.integer({ min: 0, max: 15 }), (log, limit) => {
        const proposals = proposed(log, limit);
        expect(proposals.length).toBeLessThanOrEqual(limit);
        expect(new Set(proposals.map(nameOf)).size).toBe(proposals.length);
        for (const { group, record } of proposals) {
          const own = log[record];
          expect(own.label).toBe(-1);
          const { template, shape, incident } = { ...own, ...group };
          expect(own).toMatchObject({ template, shape, incident });
        }
      }),
    );
  });

  it('depends on the scores, not on how templates and shapes are numbered', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 60 }), (log) => {
        const turned = log.map((own) => ({
          ...own,
          template: 12 - own.template,
          shape: own.shape < 0 ? -1 : 6 - own.shape,
        }));
        expect(proposed(turned).map(({ record, why }) => [record, why])).toEqual(
          proposed(log).map(({ record, why }) => [record, why]),
        );
      }),
    );
  });

  it('offers as the first of a longer list what it offers in a shorter one', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 60 }), (log) => {
        expect(proposed(log, 3)).toEqual(proposed(log, 8).slice(0, 3));
      }),
    );
  });
});
