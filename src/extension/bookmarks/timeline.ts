import { codeSpan, escapeMarkdown } from '../shared/markdown';

/** One bookmark as it is told to others. */
export interface TimelineEntry {
  /** As it is shown; null where its record has none. */
  readonly time: string | null;
  /** `harbour.log:120`. */
  readonly place: string;
  readonly text: string;
  readonly note: string;
}

/** More is no story any more. */
export const mostEntries = 60;

/** A Markdown list in the log's order: when and where, what the line says, what the reader says of it. */
export function timelineMarkdown(entries: readonly TimelineEntry[]): string {
  return entries.slice(0, mostEntries).map(entryMarkdown).join('\n');
}

function entryMarkdown({ time, place, text, note }: TimelineEntry): string {
  const head = [time === null ? '' : `**${time}**`, codeSpan(place)].filter((part) => part !== '').join(' ');
  const noteLines = note.split(/\r\n|\r|\n/).map((line) => escapeMarkdown(line));
  const body = [codeSpan(text), ...noteLines].filter((part) => part !== '');
  // Two blanks at a line's end break it within the item.
  return [`- ${head}`, ...body.map((line) => `  ${line}`)].join('  \n');
}
