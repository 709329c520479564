import type { Category, Sentence } from '../engine/model/finding';
import type { TimelineRole } from '../engine/model/incident';

/** What a line is in the course of an incident; nothing is said of one of many symptoms. */
export const roleWords: Readonly<Record<TimelineRole, Sentence | undefined>> = {
  first: { pattern: 'first sign', values: [] },
  worst: { pattern: 'worst', values: [] },
  end: { pattern: 'over', values: [] },
  symptom: undefined,
};

export const categoryWords: Readonly<Record<Category, Sentence>> = {
  system: { pattern: 'system', values: [] },
  network: { pattern: 'network', values: [] },
  database: { pattern: 'database', values: [] },
  application: { pattern: 'application', values: [] },
  security: { pattern: 'security', values: [] },
};
