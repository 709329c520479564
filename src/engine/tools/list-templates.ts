import type { TemplateSummary } from '../model/analysis';
import { Level, type LevelName } from '../model/level';
import { beginning } from './beginning';
import { throughAll, told } from './line-items';
import { LogClock } from './log-clock';
import { count, type Item, pageOf } from './page';
import { logTool, type ToolLog } from './tool';

const orders = ['count', 'rarity', 'first'] as const;
const longestPattern = 400;

export const listTemplates = logTool({
  name: 'list_templates',
  description:
    'The templates of the log: what its records say with <…> where values differ; of each its id, how many records, the level most of them have, first and last line and time. search_log takes the id and gives the lines.',
  schema: {
    type: 'object',
    properties: {
      sort: {
        type: 'string',
        enum: orders,
        description:
          '"count": the commonest first; "rarity": the rarest first; "first": in order of first appearance. "count" where left out.',
      },
      text: {
        type: 'string',
        maxLength: 500,
        description: 'Only templates that hold this text, in any case.',
      },
      level: {
        type: 'string',
        enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace'],
        description: 'Only templates most of whose records are of this level or worse.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many templates earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, { sort = 'count', text, level, after = 0 }, budget) {
    yield 0;
    const { templates } = log.analysis;
    const chosen = templates.filter((one) => holds(one, text) && isAtLeast(one.level, level));
    const sorted = chosen.toSorted(byOrder[sort]);
    const clock = new LogClock(log.analysis.sources);
    return pageOf(
      {
        label: 'templates',
        lead: leadOf(chosen.length, templates.length),
        unit: ['template', 'templates'],
        total: sorted.length,
        after,
        item: (index) => templateItem(log, clock, sorted[index]),
      },
      budget,
    );
  },
});

function leadOf(chosen: number, all: number): string {
  if (chosen === 0) return all === 0 ? 'The log has no records.' : 'No template is so.';
  return chosen === all ? '' : `Of ${count(all)} templates in all.`;
}

type Compare = (one: TemplateSummary, other: TemplateSummary) => number;

/** Sorting is stable: of equals the first in the log. */
const byOrder: Readonly<Record<(typeof orders)[number], Compare>> = {
  count: (one, other) => other.count - one.count,
  rarity: (one, other) => other.rarity - one.rarity,
  first: () => 0,
};

/** One line: id, count, level, where, and the pattern. */
export function templateItem(
  log: Pick<ToolLog, 'records'>,
  clock: LogClock,
  { id, name, pattern, count: records, level, ...place }: TemplateSummary,
): Item {
  const first = throughAll(log, place.source, place.firstLine);
  const last = throughAll(log, place.lastSource, place.lastLine);
  const times = [place.firstTime, place.lastTime].flatMap((time) =>
    time === null ? [] : [clock.text(time)],
  );
  const where = first === last ? `L${first}` : `L${first} to L${last}`;
  const when = times.length === 0 ? '' : ` (${[...new Set(times)].join(' to ')})`;
  const named = name === undefined ? '' : `"${name}" `;
  const shown = beginning(pattern, longestPattern);
  return told(`template ${id} ×${count(records)} ${level}, ${where}${when}: ${named}${shown}`);
}

function holds({ name = '', pattern }: TemplateSummary, text: string | undefined): boolean {
  const wanted = text?.trim().toLowerCase() ?? '';
  return pattern.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted);
}

function isAtLeast(level: LevelName, least: LevelName | undefined): boolean {
  return least === undefined || Level[level] >= Level[least];
}
