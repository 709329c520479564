import type { Drift } from '../../engine/model/drift';
import { sentenceText } from '../../protocol/sentence';
import type { Voice } from './finding-text';

/** What is told of a log that no longer fits its baseline, and what to do; '' of one that does. */
export function driftText(drift: Drift | null, { tell }: Pick<Voice, 'tell'>): string {
  if (drift === null || drift.message === null) return '';
  const cure = {
    pattern: 'If this log is how it should be, learn it: {0}',
    values: ['oddline learn FILE --output FILE.oddline'],
  };
  return `${tell(drift.message)}\n${tell(cure)}\n`;
}

/** Of the JSON document; docs/cli.md is its contract. */
export function driftJson(drift: Drift | null) {
  if (drift === null) return null;
  return { ...drift, message: drift.message === null ? null : sentenceText(drift.message) };
}
