import { Level } from '../model/level';
import type { LineIndex, TemplateId } from '../model/units';
import { askedWindow, windowSchema } from './asked-window';
import { joinedItems, lineItem, logLines } from './line-items';
import { LogClock } from './log-clock';
import { count, type Item, pageOf } from './page';
import type { ArgumentsOf } from './schema';
import { collect } from './search/collect';
import type { Hits } from './search/hits';
import { type LineMatcher, patternMatcher, textMatcher } from './search/line-matcher';
import type { LineQuestion } from './search/line-question';
import { logTool, type ToolLog } from './tool';
import { failed } from './tool-answer';

const schema = {
  type: 'object',
  properties: {
    text: { type: 'string', maxLength: 1000, description: 'Lines that hold this text, in any case.' },
    regex: {
      type: 'string',
      maxLength: 1000,
      description:
        'Lines that this pattern in RE2 syntax matches (no look-around, no back references), in any case.',
    },
    case_sensitive: { type: 'boolean', description: 'Upper and lower case differ; false where left out.' },
    level: {
      type: 'string',
      enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      description: 'Only records of this level or worse.',
    },
    ...windowSchema,
    template: {
      type: 'integer',
      minimum: 0,
      maximum: 4_294_967_295,
      description: 'Only records of this template, by its id in list_templates.',
    },
    context: {
      type: 'integer',
      minimum: 0,
      maximum: 20,
      description: 'Lines to show before and behind each hit; none where left out.',
    },
    after: {
      type: 'integer',
      minimum: 0,
      maximum: 4_294_967_295,
      description: 'How many hits earlier answers showed; 0 where left out.',
    },
  },
  required: [],
  additionalProperties: false,
} as const;

type Asked = ArgumentsOf<typeof schema>;

export const searchLog = logTool({
  name: 'search_log',
  description:
    'Searches all lines of the log for a text or a pattern, and by level, time and template; says how many hits there are and shows them in order. With neither text nor regex it gives the first lines of the records.',
  schema,
  *run(log, asked, budget) {
    const question = questionOf(log, asked);
    if (typeof question === 'string') return failed(question, budget);
    const key = JSON.stringify([log.records.lineCount, { ...asked, after: 0, context: 0 }]);
    const hits = log.found.of(key) ?? (yield* collect(log, question));
    log.found.keep(key, hits);
    const { after = 0, context = 0 } = asked;
    if (after >= hits.listed && hits.listed < hits.total)
      return failed(`Only the first ${count(hits.listed)} hits can be shown. Narrow the search.`, budget);
    const items = hitItems(log, hits, context, question.matcher);
    return pageOf(
      {
        label: 'hits',
        lead:
          hits.total === 0 ? nothing(asked) : `${count(hits.total)} ${hits.total === 1 ? 'hit' : 'hits'}.`,
        unit: ['hit', 'hits'],
        total: hits.total,
        after,
        item: (index) => items(index, index === after),
      },
      budget,
    );
  },
});

function questionOf(log: ToolLog, asked: Asked): LineQuestion | string {
  const { text, regex, level, from, until, template } = asked;
  const isEmpty = [text, regex, from, until].every((one) => one === undefined || one === '');
  if (isEmpty && level === undefined && template === undefined)
    return 'Say what to search for: "text", "regex", "level", "from", "until" or "template".';
  if (text && regex) return 'Give either "text" or "regex", not both.';
  if (template !== undefined && !log.analysis.templates.some(({ id }) => id === template))
    return `There is no template ${template}. list_templates gives their ids.`;
  const window = askedWindow(log, new LogClock(log.analysis.sources), { from, until });
  if (typeof window === 'string') return window;
  const matcher = matcherOf(asked);
  if (typeof matcher === 'string') return `"regex" is no pattern in RE2 syntax: ${matcher}.`;
  return {
    matcher,
    window,
    level: level === undefined ? undefined : Level[level],
    template: template as TemplateId | undefined,
  };
}

function matcherOf({ text, regex, case_sensitive: isCaseSensitive = false }: Asked) {
  if (text) return textMatcher(text, { isCaseSensitive });
  return regex ? patternMatcher(regex, isCaseSensitive) : undefined;
}

function nothing({ text, regex }: Asked): string {
  return text || regex
    ? 'No line matches. A shorter text, or no level and time, may.'
    : 'No record matches. A wider time or a lower level may.';
}

/** Each hit with its context; a line between two hits is shown once. */
function hitItems(log: ToolLog, hits: Hits, context: number, matcher: LineMatcher | undefined) {
  const last = logLines(log) - 1;
  const place = matcher && ((text: string) => matcher.placeIn(text));
  return (index: number, isFirst: boolean): Item => {
    const line = hits.at(index);
    const before = isFirst ? -1 : Math.min(last, hits.at(index - 1) + context);
    const next = index + 1 < hits.listed ? hits.at(index + 1) : last + 1;
    const from = Math.max(line - context, before + 1, 0);
    const to = Math.min(line + context, next - 1, last);
    const items = Array.from({ length: to - from + 1 }, (_, i) =>
      lineItem(log, (from + i) as LineIndex, undefined, place),
    );
    const isApart = context > 0 && !isFirst && from > before + 1;
    return joinedItems(isApart ? [{ text: '⋯', lines: [] }, ...items] : items);
  };
}
