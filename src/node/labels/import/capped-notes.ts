import type { Sentence } from '../../../engine/model/finding';

/** The first of what is told of lines of a file, and how many others there are: more of them nobody reads. */
export function cappedNotes(problems: readonly Sentence[], path: string, most = 20): Sentence[] {
  const more = problems.length - most;
  if (more <= 0) return [...problems];
  return [...problems.slice(0, most), { pattern: 'Others of that kind in {0}: {1}.', values: [path, more] }];
}
