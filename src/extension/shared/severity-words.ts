import type { Sentence, Severity } from '../../engine/model/finding';

export const severityWords: Readonly<Record<Severity, Sentence>> = {
  critical: { pattern: 'Critical', values: [] },
  high: { pattern: 'High', values: [] },
  medium: { pattern: 'Medium', values: [] },
  low: { pattern: 'Low', values: [] },
};
