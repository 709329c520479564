import { TemplateStatistics } from '../../../src/engine/features/template-statistics';
import type { RecordWords } from '../../../src/engine/triage/incidents/record-words';
import { type TriageOptions, type TriageResult, triage } from '../../../src/engine/triage/triage';
import { type BuiltLog, finish, lookedAt } from '../log-builder';

const open: TriageOptions = { from: null, until: null };

/** Everything from the counts to the findings. */
export function runTriage(log: BuiltLog, options: Partial<TriageOptions> = {}, seed = 1): TriageResult {
  const { records, mined, texts } = log;
  const templates = new TemplateStatistics(records, mined);
  const words = wordsOf(records);
  return finish(
    triage({ records, templates, ...lookedAt(log), seed, texts, words }, { ...open, ...options }),
  );
}

/** Records known by their lines. */
export function wordsOf({ firstLine }: BuiltLog['records']): RecordWords {
  const line = (record: number) => `line ${firstLine.get(record) + 1}`;
  return { componentName: (id) => (id === 0 ? '' : `service-${id}`), message: line };
}
