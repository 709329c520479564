import type { Sentence } from '../../engine/model/finding';
import { localise } from '../shared/localise';
import type { ShowingStatus, Shown } from '../shared/shown-rows';

/** What is left of a log, or what is being done to find that out, or what is in the way. */
export function leftText(shown: Shown | undefined, status: ShowingStatus): string {
  const working = workText(status);
  if (working) return localise(working);
  if (!shown) return '';
  return localise({ pattern: '{0} of {1} lines', values: [shown.rows, shown.rows + shown.hiddenLines] });
}

function workText(status: ShowingStatus): Sentence | undefined {
  switch (status.kind) {
    case 'settled':
      return undefined;
    case 'searching':
      return { pattern: 'Searching…', values: [] };
    case 'analysing':
      return { pattern: 'Analysing the log for this…', values: [] };
    case 'filtering':
      return { pattern: 'Filtering…', values: [] };
    case 'problem':
      return status.problem.sentence;
  }
}
