import type { JsonFormat } from './format';
import { areTexts, exampleAt, idOf, labelOfNumber, numberOfLabel, wrongMember } from './json-members';
import { lineWriter } from './line-writer';
import { wellFormed } from './written-text';

/** What `oddline evaluate --train --test` reads. */
export const sequence: JsonFormat = {
  name: 'sequence',
  ending: 'jsonl',
  holds: 'sequences',
  summary: {
    pattern: 'log entries with a label of 0 or 1, for "oddline evaluate" and for sequence models',
    values: [],
  },
  members: ['sequence_id', 'log_entries'],
  writer: () =>
    lineWriter(({ id, label, labelledBy, records }) => ({
      sequence_id: wellFormed(id),
      label: numberOfLabel(label),
      length: records.length,
      log_entries: records.map(({ text }) => wellFormed(text)),
      ...(labelledBy === undefined ? {} : { labelled_by: labelledBy }),
    })),
  read({ sequence_id, label, length, log_entries: entries }, line) {
    const id = idOf(sequence_id);
    if (id === null) return wrongMember(line, 'sequence_id', 'id');
    if (typeof label !== 'number') return wrongMember(line, 'label', 'number');
    if (!areTexts(entries)) return wrongMember(line, 'log_entries', 'texts');
    if (length !== undefined && length !== entries.length)
      return wrongMember(line, 'length', 'length', entries.length);
    return exampleAt(line, { id, label: labelOfNumber(label), texts: entries });
  },
};
