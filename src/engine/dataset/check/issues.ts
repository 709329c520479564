import type { Sentence } from '../../model/finding';
import { type DatasetIssue, type IssueKind, type IssuePlace, issueKinds } from './dataset-report';

const mostPlaces = 20;

interface KindOfIssue {
  readonly severity: DatasetIssue['severity'];
  readonly summary: (count: number) => Sentence;
}

const kinds: Readonly<Record<IssueKind, KindOfIssue>> = {
  format: {
    severity: 'error',
    summary: (count) => ({ pattern: 'Files that are no data set: {0}.', values: [count] }),
  },
  schema: {
    severity: 'error',
    summary: (count) => ({
      pattern: 'Lines that do not fit their format: {0}. Mend or remove them.',
      values: [count],
    }),
  },
  empty: {
    severity: 'error',
    summary: (count) => ({
      pattern: 'Examples with an empty answer or no text: {0}. Remove them.',
      values: [count],
    }),
  },
  'too-long': {
    severity: 'error',
    summary: (count) => ({
      pattern: 'Examples over the limit of tokens: {0}. Export shorter windows, or raise the limit.',
      values: [count],
    }),
  },
  contradiction: {
    severity: 'error',
    summary: (count) => ({
      pattern: 'The same text under two labels: {0}. Correct one of each.',
      values: [count],
    }),
  },
  leak: {
    severity: 'error',
    summary: (count) => ({
      pattern:
        'Examples that stand in two files: {0}. What is measured on one of them is too good; split again.',
      values: [count],
    }),
  },
  'near-leak': {
    severity: 'error',
    summary: (count) => ({
      pattern:
        'Examples that differ from one in another file by values alone: {0}. Split by template sequence.',
      values: [count],
    }),
  },
  'repeated-id': {
    severity: 'error',
    summary: (count) => ({ pattern: 'Ids that were used before in their file: {0}.', values: [count] }),
  },
  duplicate: {
    severity: 'error',
    summary: (count) => ({
      pattern: 'Examples that repeat one of their file: {0}. Remove them.',
      values: [count],
    }),
  },
  'near-duplicate': {
    severity: 'warning',
    summary: (count) => ({
      pattern: 'Examples that differ from one of their file by values alone: {0}. They teach little.',
      values: [count],
    }),
  },
  imbalance: {
    severity: 'warning',
    summary: (count) => ({
      pattern: 'Files in which one label is rare: {0}. Balance the classes.',
      values: [count],
    }),
  },
};

/** All are counted, the first of each kind are kept. */
export class Issues {
  private readonly counts = new Map<IssueKind, number>();
  private readonly places = new Map<IssueKind, IssuePlace[]>();

  add(kind: IssueKind, place: IssuePlace): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    const kept = this.places.get(kind) ?? [];
    if (kept.length < mostPlaces) this.places.set(kind, [...kept, place]);
  }

  list(): DatasetIssue[] {
    return issueKinds.flatMap((kind) => {
      const count = this.counts.get(kind);
      if (count === undefined) return [];
      const { severity, summary } = kinds[kind];
      return [{ kind, severity, count, summary: summary(count), places: this.places.get(kind) ?? [] }];
    });
  }
}
