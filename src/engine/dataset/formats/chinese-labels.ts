import { joinedRecords } from '../instructions/prompts';
import type { SequenceLabel } from '../sequence';
import type { JsonFormat } from './format';
import { areTexts, exampleAt, isText, wrongMember } from './json-members';
import { lineWriter } from './line-writer';
import { wellFormed } from './written-text';

const words: Readonly<Record<SequenceLabel, string>> = { normal: '正常', anomalous: '异常' };

/** The project's owner has training data in this form; entries of it stand in one text or in a list. */
export const chineseLabels: JsonFormat = {
  name: 'chinese-labels',
  ending: 'jsonl',
  holds: 'sequences',
  summary: { pattern: 'log text with the label {0} or {1}', values: [words.normal, words.anomalous] },
  members: ['log_sequence', 'label'],
  writer: () =>
    lineWriter((sequence) => ({
      log_sequence: wellFormed(joinedRecords(sequence)),
      label: words[sequence.label],
    })),
  read({ log_sequence: text, label: word }, line) {
    const texts = isText(text) ? [text] : text;
    if (!areTexts(texts)) return wrongMember(line, 'log_sequence', 'text-or-texts');
    const label = (Object.keys(words) as SequenceLabel[]).find((one) => words[one] === word);
    if (label === undefined) return wrongMember(line, 'label', 'word', Object.values(words).join(', '));
    return exampleAt(line, { label, texts });
  },
};
