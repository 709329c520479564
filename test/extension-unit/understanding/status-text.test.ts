import { describe, expect, test } from 'vitest';
import { understoodStatus } from '../../../src/extension/understanding/status-text';
import type { AnalysisReport } from '../../../src/protocol/analysis';
import { sentenceText } from '../../../src/protocol/sentence';
import type { FormatRule } from '../../../src/protocol/understanding';
import { analysedLog } from '../analysed-log';

const stamp: FormatRule = {
  files: 'app*',
  correction: { role: 'time', place: { nth: 0 }, stamp: '{hour}h{minute}' },
};
const level: FormatRule = {
  files: 'app*',
  correction: { role: 'level', place: { key: 'l=' }, until: ' ', words: { schlimm: 'error' } },
};

function status(source: Partial<AnalysisReport['sources'][number]>, formatRules: readonly FormatRule[] = []) {
  const { report } = analysedLog([]);
  const [first] = report.sources;
  const scope = { baselines: [], from: null, until: null, formatRules };
  const changed = { ...report, sources: [{ ...first, ...source } as typeof first] };
  return understoodStatus({ report: changed as AnalysisReport, scope }, (sentence) => sentenceText(sentence));
}

describe('the language status', () => {
  test.each<[string, Parameters<typeof status>, ReturnType<typeof status>]>([
    [
      'says what was understood',
      [{ lines: 120, records: 100, timed: 99, zone: '+08:00' }],
      { text: 'time and level · 99 % with time · UTC+8', detail: '100 records', warns: false },
    ],
    [
      'warns where few records have a time',
      [{ timed: 40, zone: null }],
      {
        text: 'time and level · 40 % with time',
        detail: '100 records',
        warns: true,
      },
    ],
    [
      'warns where many lines fit no record',
      [{ unfit: 6 }],
      {
        text: 'time and level · 100 % with time · UTC',
        detail: '100 records · 6 lines fit no record',
        warns: true,
      },
    ],
    [
      'names what was shown, each once',
      [{}, [stamp, level, stamp]],
      {
        text: 'time and level · 100 % with time · UTC',
        detail: '100 records · shown: the time stamp · shown: the level',
        warns: false,
      },
    ],
    [
      'does not name what was shown of other files',
      [{}, [{ ...stamp, files: 'web*' }]],
      {
        text: 'time and level · 100 % with time · UTC',
        detail: '100 records',
        warns: false,
      },
    ],
  ])('%s', (_what, [source, rules], expected) => {
    expect(status(source, rules)).toEqual(expected);
  });
});
