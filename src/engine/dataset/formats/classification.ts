import { joinedRecords } from '../instructions/prompts';
import type { JsonFormat } from './format';
import { exampleAt, idOf, isText, labelOfNumber, numberOfLabel, wrongMember } from './json-members';
import { lineWriter } from './line-writer';
import { wellFormed } from './written-text';

/** `text` and `label` are what trainers of text classifiers look for; no category is '', as a column of text has no null in Arrow's first block. */
export const classification: JsonFormat = {
  name: 'classification',
  ending: 'jsonl',
  holds: 'sequences',
  summary: { pattern: 'text with a label of 0 or 1 and a category, for classifiers', values: [] },
  members: ['text', 'label', 'category'],
  writer: () =>
    lineWriter((sequence) => ({
      sequence_id: wellFormed(sequence.id),
      text: wellFormed(joinedRecords(sequence)),
      label: numberOfLabel(sequence.label),
      category: wellFormed(sequence.category ?? ''),
      ...(sequence.labelledBy === undefined ? {} : { labelled_by: sequence.labelledBy }),
    })),
  read({ sequence_id: id, text, label, category }, line) {
    if (!isText(text)) return wrongMember(line, 'text', 'text');
    if (typeof label !== 'number') return wrongMember(line, 'label', 'number');
    if (!isText(category)) return wrongMember(line, 'category', 'text');
    return exampleAt(line, {
      id: idOf(id),
      label: labelOfNumber(label),
      category: category === '' ? null : category,
      texts: [text],
    });
  },
};
