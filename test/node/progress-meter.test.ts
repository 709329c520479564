import { describe, expect, it } from 'vitest';
import { TextLog } from '../../src/node/files/text-log';
import { ProgressMeter } from '../../src/node/progress-meter';
import type { AnalysisProgress } from '../../src/protocol/analysis';

function meterOf(sizes: number[], clock: () => number) {
  const logs = sizes.map((size, i) => new TextLog(`${i}`, Buffer.alloc(size), 0));
  const told: AnalysisProgress[] = [];
  const meter = new ProgressMeter(logs, { lineCount: 7 }, (snapshot) => told.push(snapshot), clock);
  return { logs, told, meter };
}

describe('ProgressMeter', () => {
  it('tells at most ten snapshots a second, and the last in any case', () => {
    let now = 0;
    const { logs, told, meter } = meterOf([1000], () => now);
    for (let i = 1; i <= 1000; i++) {
      now += 1;
      meter.read(logs[0], i);
    }
    meter.finished();
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told.at(-1)).toEqual({ phase: 'scoring', percent: 100, lines: 7 });
  });

  it('never goes back, over several logs and both phases', () => {
    let now = 0;
    const { logs, told, meter } = meterOf([10, 30, 60], () => {
      now += 1000;
      return now;
    });
    for (const log of logs) for (const share of [0.5, 1]) meter.read(log, log.size * share);
    for (const share of [0, 0.5, 1]) meter.scored(share);
    meter.finished();
    const percents = told.map((snapshot) => snapshot.percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(told.map((snapshot) => snapshot.phase)).toEqual([
      ...Array(6).fill('reading'),
      ...Array(4).fill('scoring'),
    ]);
  });
});
