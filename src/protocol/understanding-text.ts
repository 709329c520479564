import type { FormatCorrection } from '../engine/formats/corrections/format-correction';
import type { Sentence } from '../engine/model/finding';
import type { SourceUnderstanding } from '../engine/model/understanding';
import { counted, grouped } from './sentence';

/** A source as the status line takes it: what wraps it is part of its name. */
export function wholeFormat(source: SourceUnderstanding): SourceUnderstanding {
  return source.wrapper === null ? source : { ...source, format: `${source.wrapper} › ${source.format}` };
}

/** How much there is and how much of it was understood: nothing of the log's content. */
export function countSentences(
  source: Pick<SourceUnderstanding, 'lines' | 'records' | 'timed' | 'unfit' | 'encoding'>,
): Sentence[] {
  return [
    counted(source.lines, '1 line', '{0} lines'),
    counted(source.records, '1 record', '{0} records'),
    { pattern: '{0} with a time', values: [grouped(source.timed)] },
    counted(source.unfit, '1 line fits no record', '{0} lines fit no record'),
    { pattern: 'encoding {0}', values: [source.encoding] },
  ];
}

/** What was shown: `the time stamp`. */
export function shownRole(role: FormatCorrection['role']): Sentence {
  if (role === 'time') return { pattern: 'the time stamp', values: [] };
  if (role === 'level') return { pattern: 'the level', values: [] };
  if (role === 'id') return { pattern: 'an id', values: [] };
  return { pattern: 'the start of a record', values: [] };
}

/** What was learned, as the store writes it, so that a person finds the line. */
export function learnedText(correction: FormatCorrection): string {
  if (correction.role === 'time') return correction.stamp;
  if (correction.role === 'recordStart') return correction.shape;
  return JSON.stringify(correction.place);
}
