import { Redactor } from '../../engine/redact/redactor';
import type { SecretForm } from '../../engine/redact/secret';

/** A marked line as it is told. */
export interface StoryLine {
  /** As it is shown, '' without one. */
  readonly time: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly note: string;
}

/** An issue is read by people: more lines than this are left out, and it says so. */
export const mostStoryLines = 60;

/** Of an issue; the rest of the note stands in its text. */
const longestTitle = 120;

export interface StoryWords {
  readonly title: string;
  /** `{0} more lines are left out.` */
  readonly leftOut: (count: number) => string;
}

/** Markdown for an issue, or Slack's markup, which has no tables and one asterisk for bold. */
export type StoryFormat = 'markdown' | 'slack';

/** The marked lines in their order with their notes, secrets hidden. `own`: the reader's own patterns. */
export function story(
  lines: readonly StoryLine[],
  words: StoryWords,
  format: StoryFormat,
  own: readonly SecretForm[] = [],
): string {
  const redactor = new Redactor(own);
  const told = lines.slice(0, mostStoryLines).map((line) => entryOf(line, redactor, format));
  const bold = format === 'markdown' ? '**' : '*';
  const rest = lines.length - told.length;
  const tail = rest > 0 ? [`_${words.leftOut(rest)}_`] : [];
  return `${[`${bold}${words.title}${bold}`, ...told, ...tail].join('\n\n')}\n`;
}

/** The first note in one line, secrets hidden; '' where no line has one. */
export function storyTitle(lines: readonly StoryLine[], own: readonly SecretForm[] = []): string {
  const [note = ''] = lines.map((line) => line.note).filter((text) => text.trim() !== '');
  return new Redactor(own).redact(note.trim().split('\n')[0]).slice(0, longestTitle);
}

function entryOf(
  { time, file, line, text, note }: StoryLine,
  redactor: Redactor,
  format: StoryFormat,
): string {
  const place = `${file}:${line}`;
  const head = [time, code(place)].filter((part) => part !== '').join(' · ');
  const said = note === '' ? [] : [redactor.redact(note)];
  const quoted = fence(redactor.redact(text), format);
  return [head, ...said, quoted].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A fence longer than any in the text: log text must not end it. */
function fence(text: string, format: StoryFormat): string {
  if (format === 'slack') return `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}text\n${text}\n${ticks}`;
}
