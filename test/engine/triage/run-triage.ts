import { TemplateStatistics } from '../../../src/engine/features/template-statistics';
import { type TriageOptions, type TriageResult, triage } from '../../../src/engine/triage/triage';
import { type BuiltLog, finish, noValues } from '../log-builder';

const open: TriageOptions = { from: null, until: null };

/** Everything from the counts to the findings. */
export function runTriage(
  { records, mined, texts }: BuiltLog,
  options: Partial<TriageOptions> = {},
  seed = 1,
): TriageResult {
  const templates = new TemplateStatistics(records, mined);
  return finish(triage({ records, templates, values: noValues, seed, texts }, { ...open, ...options }));
}
