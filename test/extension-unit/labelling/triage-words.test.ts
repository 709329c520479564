import { expect, test, vi } from 'vitest';
import {
  endText,
  progressText,
  type TriageProgress,
} from '../../../src/extension/labelling/triage/triage-words';

vi.mock('vscode', async () => ({ ...(await import('../vscode-stand-in')), env: { language: 'en' } }));

const cases: readonly { progress: TriageProgress; during: string; atTheEnd: string }[] = [
  {
    progress: { labelled: 2, left: 1_200 },
    during: '1,200 to label',
    atTheEnd: 'Triage ended: 2 labels given · 1,200 to label',
  },
  {
    progress: { labelled: 1, left: 0 },
    during: '0 to label',
    atTheEnd: 'Triage ended: 1 label given · nothing is left',
  },
  {
    progress: { labelled: 0, left: null },
    during: '0 labels given',
    atTheEnd: 'Triage ended: 0 labels given',
  },
  { progress: { labelled: 1, left: null }, during: '1 label given', atTheEnd: 'Triage ended: 1 label given' },
];

test.each(cases)('$progress: $atTheEnd', ({ progress, during, atTheEnd }) => {
  expect([progressText(progress), endText(progress)]).toEqual([during, atTheEnd]);
});
