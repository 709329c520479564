import type { LineIndex } from '../model/units';
import { beginning } from './beginning';
import { lineItem, logLines, usualLine } from './line-items';
import { count, pageOf } from './page';
import { logTool, type ToolLog } from './tool';
import { failed } from './tool-answer';

const mostLines = 4_294_967_295;
const usualAround = 10;
const longestNamed = 100;
/** UTF-16 code units of one line that is asked for alone. */
const longestLine = 65_536;

export const getLines = logTool({
  name: 'get_lines',
  description:
    'Lines of the log as they stand in it. Give "first" and "last", or "around" with "context" lines on each side. Long lines are cut at "…"; ask for one line alone to see more of it.',
  schema: {
    type: 'object',
    properties: {
      first: { type: 'integer', minimum: 1, maximum: mostLines, description: 'First line wanted, from 1.' },
      last: {
        type: 'integer',
        minimum: 1,
        maximum: mostLines,
        description: 'Last line wanted; the same as "first" where left out.',
      },
      around: {
        type: 'integer',
        minimum: 1,
        maximum: mostLines,
        description: 'A line to see with what stands around it.',
      },
      context: {
        type: 'integer',
        minimum: 0,
        maximum: 1000,
        description: 'Lines on each side of "around"; 10 where left out.',
      },
      file: {
        type: 'string',
        maxLength: 1000,
        description:
          'Where the log has several files: the one whose own lines "first", "last" and "around" count; left out they count through all files.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: mostLines,
        description: 'How many of these lines earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, asked, budget) {
    const part = partOf(log, asked.file);
    if (typeof part === 'string') return failed(part, budget);
    const range = rangeOf(asked, part);
    if (typeof range === 'string') return failed(range, budget);
    const [first, last] = range.map((line) => part.linesBefore + line);
    const total = last - first + 1;
    const limit = total === 1 ? longestLine : usualLine;
    yield 0;
    return pageOf(
      {
        label: `lines ${first} to ${last}`,
        lead: `The log has ${count(logLines(log))} lines.`,
        unit: ['line asked for', 'lines asked for'],
        total,
        after: asked.after ?? 0,
        item: (index) => lineItem(log, (first - 1 + index) as LineIndex, limit),
      },
      budget,
    );
  },
});

interface LogPart {
  /** In a sentence. */
  readonly called: string;
  readonly linesBefore: number;
  readonly lines: number;
}

/** What lines are counted in: the log, or one of its files; or what is wrong with the name. */
function partOf(log: ToolLog, file: string | undefined): LogPart | string {
  const name = file?.trim() ?? '';
  if (name === '') return { called: 'The log', linesBefore: 0, lines: logLines(log) };
  const { names } = log.files;
  const source = names.indexOf(name);
  if (source === -1)
    return names.length === 0
      ? 'The log is one file: leave "file" out.'
      : `The log has no file ${JSON.stringify(beginning(name, longestNamed))}. get_overview names its files.`;
  const { firstLine, lines } = log.records.sources[source];
  return { called: 'The file', linesBefore: firstLine, lines };
}

interface AskedLines {
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly around: number | undefined;
  readonly context: number | undefined;
}

/** Within it, both included; or what is wrong with what was asked for. */
function rangeOf(
  { first, last, around, context }: AskedLines,
  { called, lines }: LogPart,
): [number, number] | string {
  if (lines === 0) return `${called} is empty.`;
  const begin = first ?? around ?? last;
  if (begin === undefined) return 'Give "first" and "last", or "around".';
  if (begin > lines) return `${called} has ${count(lines)} lines: there is no line ${begin}.`;
  if (first === undefined && around !== undefined) {
    const each = context ?? usualAround;
    return [Math.max(1, around - each), Math.min(lines, around + each)];
  }
  const end = last ?? begin;
  if (end < begin) return `"last" is ${end}, which is before "first", ${begin}.`;
  return [begin, Math.min(lines, end)];
}
