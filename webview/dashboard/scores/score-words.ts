import type { ScoreShape } from '../../../src/protocol/log-shape';
import { tell } from '../../shared/tell';
import type { DataTable } from '../shown';
import { detectorWord } from '../term-words';
import { binCount } from './score-bins';

export function scoreSentence({ records, flagged, unscored, threshold }: ScoreShape): string {
  const marked = tell(
    '{0} of {1} records score {2} or more, from which on they are marked.',
    flagged,
    records,
    threshold.toFixed(2),
  );
  return unscored === 0 ? marked : `${marked} ${tell('No detector scored {0} of them.', unscored)}`;
}

/** A row a bin that holds any, a column a detector. */
export function scoreTable({ fused, detectors }: ScoreShape): DataTable {
  const bins = Array.from({ length: binCount }, (_, bin) => bin).filter(
    (bin) => fused[bin] > 0 || detectors.some((one) => one.bins[bin] > 0),
  );
  return {
    title: tell('Records by score'),
    columns: [
      { title: tell('Score from'), kind: 'number' },
      { title: tell('All detectors'), kind: 'number' },
      ...detectors.map(({ detector }) => ({ title: detectorWord(detector), kind: 'number' as const })),
    ],
    rows: bins.map((bin) => [bin / binCount, fused[bin], ...detectors.map((one) => one.bins[bin])]),
  };
}
