import { expect, it } from 'vitest';
import { shownRequest } from '../../../src/extension/shared/shown-request';
import { plainReading } from '../../../src/protocol/reading';
import { analysedLog, finding } from '../analysed-log';

it('asks for the lines of findings by severity, without those that were called no anomaly', () => {
  const found = [finding(3), finding(9, { severity: 'high' }), finding(12)];
  const log = analysedLog(found, { findings: [found[0], found[1]], hidden: 1 });
  const { findings } = shownRequest(plainReading, { lines: 20, sourceLines: [20] }, [], log);
  expect(findings).toEqual([
    { line: 2, severity: 'low' },
    { line: 8, severity: 'high' },
  ]);
});
