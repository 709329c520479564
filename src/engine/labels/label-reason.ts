import { type Category, categories, type Reason, type Sentence } from '../model/finding';
import { plainText } from '../text/plain-text';
import type { LabelSubject, TaughtLabel } from './label';
import { labelPatterns } from './sentences';

/** Nobody is surer than who says so. */
const labelScore = 1;

interface Patterns {
  readonly plain: string;
  readonly category: string;
  readonly note: string;
  readonly both: string;
}

const patterns = {
  record: {
    plain: labelPatterns.record,
    category: labelPatterns.recordCategory,
    note: labelPatterns.recordNote,
    both: labelPatterns.recordBoth,
  },
  template: {
    plain: labelPatterns.template,
    category: labelPatterns.templateCategory,
    note: labelPatterns.templateNote,
    both: labelPatterns.templateBoth,
  },
  session: {
    plain: labelPatterns.session,
    category: labelPatterns.sessionCategory,
    note: labelPatterns.sessionNote,
    both: labelPatterns.sessionBoth,
  },
  incident: {
    plain: labelPatterns.incident,
    category: labelPatterns.incidentCategory,
    note: labelPatterns.incidentNote,
    both: labelPatterns.incidentBoth,
  },
} as const satisfies Readonly<Record<LabelSubject['kind'], Patterns>>;

/** Why a record that a label calls anomalous is a finding. */
export function labelReason(label: TaughtLabel): Reason {
  return { detector: 'label', score: labelScore, message: messageOf(label), evidence: [] };
}

/** Of the engine's own; null where the label names none of them. */
export function categoryOfLabel({ category }: Pick<TaughtLabel, 'category'>): Category | null {
  return categories.find((known) => known === category) ?? null;
}

function messageOf(label: TaughtLabel): Sentence {
  const { subject } = label;
  const [category, note] = [asSeen(label.category), asSeen(label.note)];
  const { plain, category: named, note: noted, both } = patterns[subject.kind];
  if (category && note) return { pattern: both, values: [category, note] };
  if (category) return { pattern: named, values: [category] };
  return note ? { pattern: noted, values: [note] } : { pattern: plain, values: [] };
}

/** Labels may come with a repository, and hold anything: faces show reasons as they are, on one line, terminals too. */
function asSeen(text: string | null): string {
  const bytes = new TextEncoder().encode((text ?? '').replace(/[\r\n]+/g, ' '));
  return plainText(bytes, 0, bytes.length, bytes.length).trim();
}
