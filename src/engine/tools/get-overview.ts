import type { Headline } from '../headlines/headline';
import type { Verdict } from '../model/analysis';
import { severities } from '../model/finding';
import { logLines, throughAll, told } from './line-items';
import { templateItem } from './list-templates';
import { LogClock } from './log-clock';
import { count, type Item, pageOf } from './page';
import { logTool, type ToolLog } from './tool';

const topTemplates = 10;

export const getOverview = logTool({
  name: 'get_overview',
  description:
    'What is known of the log: files, format, lines, time span and zone, levels, verdict, what to know first, incidents in a line each, commonest templates, and what could not be judged. Ask this first.',
  schema: {
    type: 'object',
    properties: {
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many entries earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, { after = 0 }, budget) {
    const headlines = yield* log.headlines();
    const clock = new LogClock(log.analysis.sources);
    const items = [
      ...sourceItems(log),
      ...extentItems(log, clock),
      told(verdicts[log.analysis.verdict]),
      ...headlines.map((one) => headlineItem(log, one)),
      ...incidentItems(log, clock),
      ...limitItems(log),
      ...templateItems(log, clock),
    ];
    return pageOf(
      {
        ...{ label: 'overview', lead: 'What is known of the log.', unit: ['entry', 'entries'] },
        ...{ total: items.length, after, item: (index) => items[index] },
      },
      budget,
    );
  },
});

/** Of a set of hundreds of files the others are no news. */
const mostFiles = 50;

function sourceItems({ analysis: { sources }, records, files: { names } }: ToolLog): Item[] {
  const logs = sources.filter(({ role }) => role === 'log');
  const baselines = sources.length - logs.length;
  const each = logs.slice(0, mostFiles).map((source, index) => {
    const { format, lines, bytes, encoding, zone, unfit } = source;
    const zoned = zone === null ? 'no times' : zone === 'local' ? 'times name no zone' : `zone ${zone}`;
    const odd = unfit === 0 ? '' : `, ${count(unfit)} lines do not fit the format`;
    const { firstLine } = records.sources[index];
    const own = names.length === 0 || lines === 0 ? '' : ` (L${firstLine + 1} to L${firstLine + lines})`;
    return told(
      `file ${names[index] ?? source.path}: format ${format}, ${count(lines)} lines${own}, ${count(source.records)} records, ${count(bytes)} bytes, ${encoding}, ${zoned}${odd}`,
    );
  });
  const left = logs.length - each.length;
  return [
    ...each,
    ...(left > 0 ? [told(`and ${count(left)} more files, numbered on in the same way`)] : []),
    ...(names.length === 0 ? [] : [told(severalFiles)]),
    ...(baselines === 0 ? [] : [told(`judged against ${count(baselines)} good logs`)]),
  ];
}

const severalFiles =
  'Lines are numbered through all files, one file behind the other: where files cover the same time, go by the times, not by the numbers.';

function extentItems({ analysis: { overview, findingCounts }, ...log }: ToolLog, clock: LogClock): Item[] {
  const { firstTime, lastTime, timed, records, templates, judged } = overview;
  const span =
    firstTime === null || lastTime === null
      ? 'no record has a time'
      : `from ${clock.text(firstTime)} to ${clock.text(lastTime)}${timed < records ? ` (${count(records - timed)} records have no time)` : ''}`;
  const found = severities.toReversed().map((severity) => `${severity} ${count(findingCounts[severity])}`);
  return [
    told(`${count(logLines(log))} lines in all, ${span}`),
    told(
      `records of level error or worse ${count(judged.errors)}, warn ${count(judged.warnings)}, of ${count(judged.records)}; templates ${count(templates)}`,
    ),
    told(`findings: ${found.join(', ')}`),
  ];
}

const verdicts: Readonly<Record<Verdict, string>> = {
  findings: 'verdict: some lines stand out',
  quiet: 'verdict: quiet, nothing stands out',
  unusual: 'verdict: the log is unusual as a whole, so single findings say little',
};

function headlineItem(log: ToolLog, { message, line }: Headline): Item {
  const place = line === null ? '' : ` (L${line + 1})`;
  return told(`${log.say(message)}${place}`);
}

function incidentItems(log: ToolLog, clock: LogClock): Item[] {
  return log.analysis.incidents.map(({ id, severity, category, title, start, source, firstLine }) => {
    const when = start === null ? '' : `, ${clock.text(start)}`;
    const place = `L${throughAll(log, source, firstLine)}`;
    return told(`incident ${id}: ${severity}, ${category}, ${place}${when}: ${log.say(title)}`);
  });
}

function limitItems({ analysis: { overview, sources, ruleProblems }, say }: ToolLog): Item[] {
  const notes = sources.flatMap((source) => source.notes);
  return [
    ...overview.notJudged.map((sentence) => told(`not judged: ${say(sentence)}`)),
    ...notes.map((sentence) => told(`note: ${say(sentence)}`)),
    ...ruleProblems.map((sentence) => told(`a rule is left out: ${say(sentence)}`)),
  ];
}

function templateItems(log: ToolLog, clock: LogClock): Item[] {
  const commonest = log.analysis.templates.toSorted((one, other) => other.count - one.count);
  return commonest.slice(0, topTemplates).map((template) => templateItem(log, clock, template));
}
