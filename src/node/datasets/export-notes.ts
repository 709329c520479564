import { sessionsLookedFor } from '../../engine/dataset/card/card-markdown';
import { labelWarnings } from '../../engine/dataset/card/label-warnings';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import type { Sentence } from '../../engine/model/finding';
import { sessionsOf } from './export-card';
import type { Written } from './export-tally';
import type { ExportTask } from './export-task';
import { passedOver } from './passed-over-labels';

/** What people must know of an export. */
export function exportNotes(task: ExportTask, plan: ExportPlan, written: Written): Sentence[] {
  const { given, crossing, cuts } = plan;
  const { shares, splitBy } = task.settings;
  const { cutRecords } = written;
  const tooLong = cuts.tooLong + written.tooLong;
  const { sessions } = sessionsOf(plan);
  const notes: Sentence[] = passedOver(task);
  if (sessions !== undefined) notes.push(sessionsLookedFor(sessions));
  const tell = (count: number, sentence: Sentence) => {
    if (count > 0) notes.push(sentence);
  };
  tell(given.conflicts, {
    pattern:
      'Records that are called normal and anomalous: {0}. The file of labels goes before the store, anomalous before normal.',
    values: [given.conflicts],
  });
  tell(crossing, crossingNote(splitBy, crossing));
  tell(tooLong, { pattern: 'Sequences left out since they are too long: {0}.', values: [tooLong] });
  tell(cutRecords, { pattern: 'Records that were cut after 64 KiB: {0}.', values: [cutRecords] });
  return [...notes, ...labelWarnings(written.tally.labels(), shares)];
}

function crossingNote(splitBy: ExportTask['settings']['splitBy'], crossing: number): Sentence {
  if (splitBy === 'time')
    return {
      pattern:
        'Sequences left out since they, or a session of theirs, go on after the next split has begun: {0}.',
      values: [crossing],
    };
  return {
    pattern:
      'Sequences left out since a session of theirs stands in another split: {0}. Whole sessions ("--sessions") lose none.',
    values: [crossing],
  };
}
