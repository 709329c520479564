import type { Sentence } from '../../engine/model/finding';
import type { InvestigationEvent } from '../../node/assistant/investigation';
import type { ToolName } from '../../protocol/assistant-log';

type StepEvent = Extract<InvestigationEvent, { kind: 'step' }>;

/** Of an argument the model gave: log text, maybe long. */
const longestArgument = 80;

const patterns: Readonly<Record<ToolName, (argument: (...names: string[]) => string) => Sentence>> = {
  get_overview: () => ({ pattern: 'Looked at the overview', values: [] }),
  list_templates: () => ({ pattern: 'Listed templates', values: [] }),
  list_incidents: () => ({ pattern: 'Listed incidents', values: [] }),
  search_log: (argument) => ({ pattern: 'Searched for “{0}”', values: [argument('text', 'regex')] }),
  get_lines: (argument) => ({ pattern: 'Read lines from {0}', values: [argument('first', 'around')] }),
  get_session: (argument) => ({
    pattern: 'Followed the session of {0}',
    values: [argument('line', 'value')],
  }),
  compare_logs: (argument) => ({ pattern: 'Compared with {0}', values: [argument('good')] }),
  get_volume: () => ({ pattern: 'Counted records over time', values: [] }),
  query_source: (argument) => ({ pattern: 'Asked {0}', values: [argument('source')] }),
};

/** What the model did, in a few words. */
export function stepTitle({ tool, arguments: given }: StepEvent): Sentence {
  if (!isKnown(tool)) return { pattern: 'Asked for a tool that is not there: {0}', values: [shown(tool)] };
  const asked = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  return patterns[tool]((...names) =>
    shown(names.map((name) => asked[name]).find((value) => value !== undefined)),
  );
}

function isKnown(tool: string): tool is ToolName {
  return Object.hasOwn(patterns, tool);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '…';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '…');
  return text.length > longestArgument ? `${text.slice(0, longestArgument)}…` : text;
}
