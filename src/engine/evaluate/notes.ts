import type { Sentence } from '../model/finding';
import type { Confusion } from './measures';

/** What cannot be told of a test in which one class is missing. */
export function missingClass(confusion: Confusion): Sentence[] {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const notes: Sentence[] = [];
  if (falsePositives + trueNegatives === 0) {
    notes.push({
      pattern:
        'Nothing in the test is normal: false-positive rate and ROC AUC cannot be told, and precision says nothing.',
      values: [],
    });
  }
  if (truePositives + falseNegatives === 0) {
    notes.push({
      pattern: 'Nothing in the test is abnormal: recall, F1, ROC AUC and average precision cannot be told.',
      values: [],
    });
  }
  return notes;
}

/** Below this the threshold rests on too few sequences to hold false alarms to one in twenty. */
const fewSequences = 20;

export function fewLearned(sequences: number): Sentence[] {
  if (sequences >= fewSequences) return [];
  return [
    {
      pattern: 'Only {0} normal sequences were learned: with so few, expect false alarms.',
      values: [sequences],
    },
  ];
}

export function emptySequences(count: number): Sentence[] {
  if (count === 0) return [];
  return [
    {
      pattern: '{0} sequences of the test have no entries; they are judged by what they lack.',
      values: [count],
    },
  ];
}
