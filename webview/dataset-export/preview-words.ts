import type { DatasetPreview } from '../../src/protocol/dataset';
import { grouped } from '../../src/protocol/sentence';
import { tell, tellSentence } from '../shared/tell';

export interface Counts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

function totalsOf(labels: DatasetPreview['labels']): Counts {
  const sum = (split: keyof Counts) => labels.reduce((total, { counts }) => total + counts[split], 0);
  return { train: sum('train'), validation: sum('validation'), test: sum('test') };
}

function totalOf({ train, validation, test }: Counts): number {
  return train + validation + test;
}

/** `812 sequences: 650 train, 81 validation, 81 test` */
export function countsText(labels: DatasetPreview['labels']): string {
  const counts = totalsOf(labels);
  return tell(
    'Sequences: {0} (train {1}, validation {2}, test {3})',
    totalOf(counts),
    counts.train,
    counts.validation,
    counts.test,
  );
}

/** What may spoil what is trained or measured, each with what to do. */
export function warningsOf({ labels, unlabelled, warnings, conflicts, leaks }: DatasetPreview): string[] {
  const told = warnings.map(tellSentence);
  if (leaks > 0) told.unshift(tell('Sessions or template sequences in more than one part: {0}.', leaks));
  if (unlabelled > 0)
    told.push(
      tell(
        'Sequences that nobody labelled and that are written as normal: {0} of {1}. "Only what is labelled" leaves them out.',
        unlabelled,
        totalOf(totalsOf(labels)),
      ),
    );
  if (conflicts > 0)
    told.push(
      tell(
        'Records that are called normal and anomalous: {0}. The file of labels goes first, within it anomalous.',
        conflicts,
      ),
    );
  return told;
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** What was done, by numbers. */
export function factsOf(
  { leaks, leftOut, sessions, tooLong, examples }: DatasetPreview,
  redacts: boolean,
): Fact[] {
  const masked = examples.reduce((sum, one) => sum + one.masked, 0);
  return [
    { title: tell('In more than one part (leaks)'), value: grouped(leaks) },
    ...leftOut.flatMap(({ reason, sequences }) =>
      reason === 'near-duplicate' || sequences > 0
        ? [{ title: leftOutWords(reason), value: grouped(sequences) }]
        : [],
    ),
    ...(sessions === undefined
      ? []
      : [{ title: tell('Sessions were looked for in'), value: sessionsWords(sessions) }]),
    ...(tooLong === null ? [] : [{ title: leftOutWords('too-long'), value: tooLongWords(tooLong) }]),
    {
      title: tell('Masked in the examples below'),
      value: redacts ? grouped(masked) : tell('nothing is masked'),
    },
  ];
}

function leftOutWords(reason: DatasetPreview['leftOut'][number]['reason']): string {
  switch (reason) {
    case 'unlabelled':
      return tell('Left out since nobody labelled them');
    case 'near-duplicate':
      return tell('Near-duplicates left out');
    case 'balance':
      return tell('Left out for balance');
    case 'split':
      return tell('Left out since they, or their session, reach into another part');
    case 'too-long':
      return tell('Left out by the token limit');
    case 'cut-off':
      return tell('Left out since they may go on where the log was not looked at');
  }
}

function sessionsWords({ lookedAt, records }: NonNullable<DatasetPreview['sessions']>): string {
  return tell('{0} of {1} records: there is no room for all its values', grouped(lookedAt), grouped(records));
}

function tooLongWords({ sequences, measured }: NonNullable<DatasetPreview['tooLong']>): string {
  return tell('{0} of {1} that were measured', sequences, measured);
}

export function labelWord(label: 'normal' | 'anomalous'): string {
  return label === 'normal' ? tell('normal') : tell('anomalous');
}

export function saidByWord(by: DatasetPreview['labels'][number]['labelledBy']): string {
  if (by === null) return tell('nobody');
  return by === 'oddline' ? 'Oddline' : tell('a person');
}
