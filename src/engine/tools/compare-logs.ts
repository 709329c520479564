import type { LineIndex } from '../model/units';
import type { ComparedLogs } from './compared-logs';
import { joinedItems, lineItem, logLines, told } from './line-items';
import { count, type Item, pageOf } from './page';
import { logTool, type ToolLog } from './tool';
import { failed } from './tool-answer';

const lists = ['new', 'shifted', 'vanished', 'reordered', 'also_new', 'counts'] as const;
type ListName = (typeof lists)[number];

export const compareLogs = logTool({
  name: 'compare_logs',
  description:
    'Holds the log against a good one: what is new, far more frequent, vanished or in another order. Without "list" all that is told of a failure: new, shifted, vanished.',
  schema: {
    type: 'object',
    properties: {
      good: { type: 'string', maxLength: 1000, description: 'Name of the good log, as it was given to you.' },
      list: {
        type: 'string',
        enum: lists,
        description:
          '"new": lines no good log has; "shifted": lines far more frequent; "vanished": templates only good logs have; "reordered": in another order; "also_new": new, but nothing tells of trouble; "counts": templates whose frequency differs.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many entries earlier answers showed; 0 where left out.',
      },
    },
    required: ['good'],
    additionalProperties: false,
  },
  *run(log, { good, list, after = 0 }, budget) {
    yield 0;
    const { compared } = log;
    if (compared === undefined)
      return failed(
        `There is no good log ${JSON.stringify(good)} to compare with. Use a name you were given.`,
        budget,
      );
    const chosen: readonly ListName[] = list === undefined ? ['new', 'shifted', 'vanished'] : [list];
    const items = [...chosen.flatMap((name) => itemsOf[name](log, compared)), ...limits(log, compared)];
    const { label, unit } = { label: 'comparison with a good log', unit: ['entry', 'entries'] as const };
    const page = { label, unit, lead: leadOf(compared), total: items.length, after };
    return pageOf({ ...page, item: (index) => items[index]() }, budget);
  },
});

type Lazy = () => Item;

const itemsOf: Readonly<Record<ListName, (log: ToolLog, compared: ComparedLogs) => Lazy[]>> = {
  new: (log, compared) => findings(log, compared, 'new'),
  shifted: (log, compared) => findings(log, compared, 'shifted'),
  vanished: (_, { vanished, templates, document }) =>
    vanished.map(({ line, templateId, count: records, excerpt }) => () => {
      const what = `vanished, ×${count(records)} in the good log: ${patternOf(templates, templateId)}`;
      return joinedItems([told(what), told(`${document}:L${line}: ${excerpt}`)]);
    }),
  reordered: (log, { reordered, templates, document }) =>
    reordered.map(({ templateId, badLine, goodLine }) => () => {
      const what = `in another order: ${patternOf(templates, templateId)}; ${document}:L${goodLine} in the good log, here:`;
      return joinedItems([told(what), lineOfLog(log, badLine)]);
    }),
  also_new: (log, { alsoNew }) =>
    alsoNew.map(
      ({ line, count: records }) =>
        () =>
          joinedItems([told(`also new, ×${count(records)}:`), lineOfLog(log, line)]),
    ),
  counts: (_, { sides }) =>
    sides.map(({ pattern, bad, good, line }) => () => {
      const place = line === null ? '' : `, first L${line}`;
      return told(`here ×${count(bad)}, in the good log ×${good}${place}: ${pattern}`);
    }),
};

function findings(log: ToolLog, compared: ComparedLogs, kind: 'new' | 'shifted'): Lazy[] {
  const own = compared.findings.filter((finding) => finding.kind === kind);
  return own
    .toSorted((one, other) => other.score - one.score || one.line - other.line)
    .map(({ line, endLine, tellingLine, severity, reasons }) => () => {
      const span = line === endLine ? `L${line}` : `L${line} to L${endLine}`;
      const why = reasons.map(({ message }) => log.say(message)).join('; ');
      const what = kind === 'new' ? 'new' : 'far more often';
      return joinedItems([told(`${what}, ${severity}, ${span}: ${why}`), lineOfLog(log, tellingLine)]);
    });
}

function leadOf({ totals, findings: known }: ComparedLogs): string {
  const { new: news, shifted, vanished, reordered, alsoNew } = totals;
  const found = `${count(news)} new stretches that tell of a failure, ${count(shifted)} far more often, ${count(vanished)} templates vanished, ${count(reordered)} in another order, ${count(alsoNew)} other new templates.`;
  const left = news + shifted - known.length;
  return left > 0 ? `${found} ${count(left)} of the weakest findings are not listed.` : found;
}

function limits({ say }: ToolLog, { notJudged }: ComparedLogs): Lazy[] {
  return notJudged.map((sentence) => () => told(`not compared: ${say(sentence)}`));
}

function patternOf(templates: ComparedLogs['templates'], id: number): string {
  return templates.find((template) => template.id === id)?.pattern ?? `template ${id}`;
}

/** The log may have grown since it was analysed: what stands behind that is not known here. */
function lineOfLog(log: ToolLog, line: number): Item {
  return line <= logLines(log)
    ? lineItem(log, (line - 1) as LineIndex)
    : told(`(line ${line} was written after the log was analysed)`);
}
