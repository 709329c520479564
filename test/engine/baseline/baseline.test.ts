import { describe, expect, it } from 'vitest';
import { foldModels } from '../../../src/engine/baseline/fold-model';
import { generateTroubledLog } from '../../../src/engine/dataset/generator/troubled-log';
import type { Analysis } from '../../../src/engine/model/analysis';
import { judge, learnText, quietDay } from './learned-logs';

const good = quietDay(1);
const learned = learnText(good);

const linesOf = ({ findings }: Analysis) => findings.map(({ line }) => line);

/** Records another version of the shop would write: the same work in other words. */
function nextVersion(text: string): string {
  return text
    .replaceAll('Order ', 'Purchase no. ')
    .replaceAll('Payment captured', 'Charge settled at the gateway')
    .replaceAll('Health check passed', 'Liveness probe was answered');
}

describe('a learned baseline', () => {
  it('finds nothing in the log it was learned from', () => {
    const { verdict, findings } = judge(good, { learned });
    expect({ verdict, findings: findings.length }).toEqual({ verdict: 'quiet', findings: 0 });
  });

  it.each([2, 3])('finds nothing on another quiet day (seed %i)', (seed) => {
    expect(linesOf(judge(quietDay(seed), { learned }))).toEqual([]);
  });

  it.each([21, 22])('finds what the good log itself finds, but for a line in ten (seed %i)', (seed) => {
    const { text } = generateTroubledLog({ seed, preset: 'several', records: 2500 });
    const byLog = linesOf(judge(text, { good: [good] }));
    const byModel = linesOf(judge(text, { learned }));
    const both = byModel.filter((line) => byLog.includes(line)).length;
    expect(byLog.length).toBeGreaterThan(3);
    expect(both).toBeGreaterThanOrEqual(0.9 * byLog.length - 1);
    expect(byModel.length - both).toBeLessThanOrEqual(2);
  });

  it('leaves the templates of the log their ids', () => {
    const other = quietDay(2);
    const { templates } = judge(other);
    expect(judge(other, { learned }).templates.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
  });

  it('counts beside good logs that are read', () => {
    const other = quietDay(2);
    expect(linesOf(judge(quietDay(3), { learned, good: [other] }))).toEqual([]);
  });

  it('tells a value that the good logs never had, though no line here has the usual one', () => {
    const line = (mode: string) => (_: unknown, i: number) =>
      JSON.stringify({ time: new Date(Date.UTC(2026, 2, 14, 9, 0, i)), msg: 'pump runs', mode });
    const known = learnText(Array.from({ length: 900 }, line('auto')).join('\n'));
    const { strangest } = judge(Array.from({ length: 3 }, line('manual')).join('\n'), { learned: known });
    expect(strangest[0].reasons[0]).toMatchObject({
      detector: 'parameter',
      message: {
        pattern: '`{0}` is `{1}`, which none of {2} records of the baseline has',
        values: ['mode', 'manual', 900],
      },
      evidence: [],
    });
  });

  it('holds numbers against those the good logs had', () => {
    const log = (count: number, slowest: number) =>
      Array.from(
        { length: count },
        (_, i) => `fetched page in ${i === 7 ? slowest : 20 + ((i * 7) % 30)} ms`,
      );
    const known = learnText(log(1000, 40).join('\n'));
    const slow = judge(log(60, 90_000).join('\n'), { learned: known });
    const reason = [...slow.findings, ...slow.strangest]
      .flatMap(({ reasons }) => reasons)
      .find(({ detector }) => detector === 'parameter');
    expect(reason?.message.values.slice(1)).toEqual(['90000 ms', '21 ms', '46 ms', '34 ms', 1000]);
    expect(reason?.evidence).toEqual([]);
  });
});

describe('drift', () => {
  it('is none without a baseline', () => {
    expect(judge(good).drift).toBeNull();
  });

  it.each([5, 6])('is none on the next day (seed %i)', (seed) => {
    const next = quietDay(seed);
    expect(judge(next, { learned }).drift).toMatchObject({ hasDrifted: false, message: null });
    expect(judge(next, { good: [good] }).drift).toMatchObject({ hasDrifted: false, message: null });
  });

  it.each([31, 32])('is none because of incidents (seed %i)', (seed) => {
    const { text } = generateTroubledLog({ seed, preset: 'several', records: 2500 });
    expect(judge(text, { learned }).drift?.hasDrifted).toBe(false);
  });

  it('is told after a new version of what writes the log, and gone once that is learned', () => {
    const next = nextVersion(quietDay(5));
    const { drift } = judge(next, { learned });
    expect(drift?.hasDrifted).toBe(true);
    expect(drift?.unknownTemplates).toBeGreaterThan(2);
    expect(drift?.message?.pattern).toContain('no longer fits its baseline');
    const relearned = foldModels([learned, learnText(nextVersion(quietDay(6)))]);
    expect(judge(next, { learned: relearned }).drift?.hasDrifted).toBe(false);
  });

  it('is told where half of the log is more of one kind', () => {
    const line = (_: unknown, i: number) => (i % 2 === 0 ? `idle tick ${i}` : `request ${i} answered`);
    const busy = (_: unknown, i: number) => (i % 20 === 0 ? `idle tick ${i}` : `request ${i} answered`);
    const known = learnText(Array.from({ length: 2000 }, line).join('\n'));
    const { drift } = judge(Array.from({ length: 2000 }, busy).join('\n'), { learned: known });
    expect(drift).toMatchObject({ hasDrifted: true, unknownTemplates: 0, unknownShare: 0 });
  });
});
