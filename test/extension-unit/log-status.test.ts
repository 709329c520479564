import { describe, expect, test } from 'vitest';
import { type StatusInput, statusOf } from '../../src/extension/shared/log-status';
import { sentenceText } from '../../src/protocol/sentence';
import { finding } from './sample-finding';

type Log = NonNullable<StatusInput['log']>;

function log(more: { count?: number; verdict?: string; templates?: number } & Partial<Log> = {}): Log {
  const { count = 3, verdict = 'findings', templates = 41, ...rest } = more;
  const findings = Array.from({ length: count }, (_, i) => finding(i + 1, i + 1, { severity: 'medium' }));
  const report = { verdict, overview: { templates } } as Log['report'];
  const scope = { baselines: [], from: null, until: null };
  const extent = { firstTime: null, lastTime: null, zone: 'written' };
  return { report, scope, extent, findings, stale: undefined, showsStrangest: false, ...rest };
}

function shown(input: Partial<StatusInput>): string | undefined {
  const status = statusOf({ isLog: true, isRunning: false, log: undefined, ...input });
  return (
    status &&
    `$(${status.icon}) ${status.text.map((part) => sentenceText(part)).join(' · ')} > ${status.command}`
  );
}

describe('the status bar', () => {
  test.each<[string, Partial<StatusInput>, string | undefined]>([
    ['offers to analyse a log', {}, '$(search) Analyse > oddline.detectAnomalies'],
    ['is silent on other files', { isLog: false }, undefined],
    [
      'turns while it runs',
      { isRunning: true, log: log() },
      '$(loading~spin) Analysing… > oddline.cancelAnalysis',
    ],
    ['counts', { log: log() }, '$(pulse) 3 anomalies · 41 templates > oddline.anomalies.focus'],
    [
      'counts what is no log by name',
      { isLog: false, log: log() },
      '$(pulse) 3 anomalies · 41 templates > oddline.anomalies.focus',
    ],
    [
      'counts one',
      { log: log({ count: 1, templates: 1 }) },
      '$(pulse) 1 anomaly · 1 template > oddline.anomalies.focus',
    ],
    [
      'says that a log is quiet',
      { log: log({ count: 0, verdict: 'quiet' }) },
      '$(pulse) no anomalies · 41 templates > oddline.anomalies.focus',
    ],
    [
      'says that all is unusual',
      { log: log({ verdict: 'unusual' }) },
      '$(pulse) whole log unusual · 41 templates > oddline.anomalies.focus',
    ],
    [
      'counts strangest lines',
      { log: log({ count: 20, showsStrangest: true }) },
      '$(pulse) 20 strangest lines · 41 templates > oddline.anomalies.focus',
    ],
    [
      'offers to run again where its format was shown otherwise since',
      { log: log({ stale: 'corrected' }) },
      '$(warning) 3 anomalies · 41 templates · stale > oddline.runAgain',
    ],
    [
      'offers to run again',
      { log: log({ stale: 'grown' }) },
      '$(warning) 3 anomalies · 41 templates · stale > oddline.runAgain',
    ],
  ])('%s', (_what, input, text) => {
    expect(shown(input)).toBe(text);
  });

  test('is coloured by the worst finding, but not while the whole log is unusual', () => {
    const worst = (verdict: string) =>
      statusOf({
        isLog: true,
        isRunning: false,
        log: log({ verdict, findings: [finding(1), finding(2, 2, { severity: 'critical' })] }),
      })?.worst;
    expect(worst('findings')).toBe('critical');
    expect(worst('unusual')).toBeUndefined();
  });

  test.each([undefined, 'grown'] as const)('says what the log is compared with, stale: %s', (stale) => {
    const scope = { baselines: ['/logs/good.log'], from: null, until: null };
    const status = statusOf({ isLog: true, isRunning: false, log: log({ scope, stale }) });
    expect(status?.tooltip.map((line) => sentenceText(line))).toContain('against good.log');
  });
});
