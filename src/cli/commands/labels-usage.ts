import type { UsageRow } from './command';
import { encodingRow, fileMeaning, formatRow, rotatedRow, workersRow } from './usage-rows';

/** More than this nobody labels at one sitting. */
export const mostProposals = 1000;

export const labelsUsage: readonly UsageRow[] = [
  {
    term: 'FILE',
    meaning: [
      fileMeaning,
      { pattern: 'Its labels are those of the nearest {0}, and are kept there.', values: ['.oddline/'] },
    ],
  },
  {
    term: '--import LABELS',
    meaning: [
      { pattern: 'take labels from CSV, JSON lines or another labels.jsonl (docs/labels.md)', values: [] },
    ],
  },
  {
    term: '--on-conflict WHAT',
    meaning: [
      { pattern: 'of labels that contradict: keep what was, take what is imported, or', values: [] },
      { pattern: 'fail (default): they are listed, and nothing is imported', values: [] },
    ],
  },
  {
    term: '--next N',
    meaning: [{ pattern: 'what to label next, the most telling first, and why', values: [] }],
  },
  {
    term: '--learn',
    meaning: [
      { pattern: 'weigh the detectors by the labels; precision and recall before and after', values: [] },
    ],
  },
  {
    term: '--apply',
    meaning: [{ pattern: 'with {0}: keep the weights, to be heeded from now on', values: ['--learn'] }],
  },
  {
    term: '--forget-weights',
    meaning: [{ pattern: 'weigh the detectors again as they are built to', values: [] }],
  },
  formatRow,
  {
    term: '--session NAME',
    meaning: [
      { pattern: 'the field, or the word before a value, that names what lines belong to', values: [] },
    ],
  },
  rotatedRow,
  encodingRow,
  workersRow,
];
