import { expect, it } from 'vitest';
import { mostEntries, type TimelineEntry, timelineMarkdown } from '../../../src/extension/bookmarks/timeline';

const entry = (change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  time: '2026-03-14 09:26:53',
  place: 'lock.log:12',
  text: 'gate 3 jammed',
  note: '',
  ...change,
});

it.each([
  ['when, where and what', entry(), '- **2026-03-14 09:26:53** ` lock.log:12 `  \n  ` gate 3 jammed `'],
  ['no time where there is none', entry({ time: null }), '- ` lock.log:12 `  \n  ` gate 3 jammed `'],
  [
    'a note of several lines',
    entry({ note: 'first\nthen *this*' }),
    '- **2026-03-14 09:26:53** ` lock.log:12 `  \n  ` gate 3 jammed `  \n  first  \n  then \\*this\\*',
  ],
  [
    'text that looks like Markdown as it is written',
    entry({ text: '`](command:x) </script>\u0000' }),
    '- **2026-03-14 09:26:53** ` lock.log:12 `  \n  `` `](command:x) </script> ``',
  ],
])('a timeline tells %s', (_, one, markdown) => {
  expect(timelineMarkdown([one])).toBe(markdown);
});

it('a timeline has no more lines than a story', () => {
  const entries = Array.from({ length: mostEntries + 9 }, () => entry());
  expect(timelineMarkdown(entries).match(/^- /gm)).toHaveLength(mostEntries);
});
