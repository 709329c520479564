import type { LabelMatch } from '../../src/engine/labels/label-report';
import { reportedLabels } from '../../src/node/worker/reported-labels';
import type { ReportedLabels } from '../../src/protocol/labels';

/** Of a log of 100 records, unless told otherwise. */
export function labelsOf(
  matches: readonly Partial<LabelMatch>[],
  more: Partial<Omit<ReportedLabels, 'matches'>> = {},
): ReportedLabels {
  const labels = matches.map(
    (match, given): LabelMatch => ({
      given,
      records: 1,
      templates: [],
      first: null,
      conflicts: [],
      ...match,
    }),
  );
  return reportedLabels({ labels, records: 100, covered: 0, anomalous: 0, ...more });
}
