import type { Sentence } from '../../engine/model/finding';
import type { ImportConflict } from '../../node/labels/import/import-labels';
import { type GivenLabel, subjectOf } from '../../node/store/label-line';
import type { Tell } from '../../protocol/overview';
import { subjectName } from './subject-name';

const verdicts = {
  normal: { pattern: 'normal', values: [] },
  anomalous: { pattern: 'anomalous', values: [] },
} as const;

/** What line of which file contradicts what somebody said, of what in the log. */
export function conflictSentence(
  { at, imported, own, logLine }: ImportConflict,
  path: string,
  tell: Tell,
): Sentence {
  const subject =
    logLine === null ? subjectName(subjectOf(own)) : tell({ pattern: 'line {0}', values: [logLine] });
  const here = [path, at, subject, verdictText(imported, tell), verdictText(own, tell)];
  const day = own.at.slice(0, 'YYYY-MM-DD'.length);
  return own.by === undefined
    ? { pattern: 'Line {1} of {0} calls {2} {3}, which was called {4} on {5}.', values: [...here, day] }
    : {
        pattern: 'Line {1} of {0} calls {2} {3}, which {6} called {4} on {5}.',
        values: [...here, day, own.by],
      };
}

function verdictText({ label, category }: GivenLabel, tell: Tell): string {
  const verdict = tell(verdicts[label]);
  return category === undefined ? verdict : `${verdict} (${category})`;
}
