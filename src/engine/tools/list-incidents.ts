import type { Incident } from '../model/incident';
import type { LineIndex } from '../model/units';
import { joinedItems, lineItem, throughAll, told } from './line-items';
import { LogClock } from './log-clock';
import { count, type Item, pageOf } from './page';
import { toldIds } from './told-ids';
import { logTool, type ToolLog } from './tool';
import { failed } from './tool-answer';

export const listIncidents = logTool({
  name: 'list_incidents',
  description:
    'The incidents found in the log, the worst first: findings that belong to one trouble, with severity, span, services, timeline, where to look and what was ruled out. With "id" one of them in detail.',
  schema: {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        maxLength: 40,
        description: 'Of an incident: its timeline with the lines themselves.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many incidents (with "id": entries) earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
  *run(log, { id, after = 0 }, budget) {
    yield 0;
    const { incidents } = log.analysis;
    const clock = new LogClock(log.analysis.sources);
    if (id === undefined || id.trim() === '') {
      const lead = incidents.length === 0 ? 'No incident was found in this log.' : 'Worst first.';
      const item = (index: number) => incidentItem(log, clock, incidents[index]);
      const list = { label: 'incidents', unit: ['incident', 'incidents'] as const, total: incidents.length };
      return pageOf({ ...list, lead, after, item }, budget);
    }
    const incident = incidents.find((one) => one.id === id.trim());
    if (incident === undefined) return failed(unknown(incidents), budget);
    const timeline = timelineItems(log, clock, incident);
    const items = [summaryItem(log, clock, incident, timeline), ...timeline];
    return pageOf(
      {
        label: `incident ${incident.id}`,
        lead: 'First what is known of it, then its timeline.',
        unit: ['entry', 'entries'],
        total: items.length,
        after,
        item: (index) => items[index],
      },
      budget,
    );
  },
});

function unknown(incidents: readonly Incident[]): string {
  const ids = incidents.slice(0, 20).map(({ id }) => id);
  return ids.length === 0
    ? 'No incident was found in this log, so none has this id.'
    : `No incident has this id. Ids are: ${ids.join(', ')}${incidents.length > ids.length ? ', …' : ''}.`;
}

/** What a list says of an incident: with its first and worst line. */
function incidentItem(log: ToolLog, clock: LogClock, incident: Incident): Item {
  const worst = worstLine(log, incident);
  const first = throughAll(log, incident.source, incident.firstLine);
  const lines = [...new Set([first, worst])].map((line) => lineItem(log, (line - 1) as LineIndex));
  const timeline = timelineItems(log, clock, incident);
  return joinedItems([summaryItem(log, clock, incident, [...lines, ...timeline]), ...lines]);
}

/** `lines`: those of it that are known here; what they hide of its ids is not told. */
function summaryItem(log: ToolLog, clock: LogClock, incident: Incident, lines: readonly Item[]): Item {
  const ids = toldIds(
    incident.ids,
    lines.map(({ text }) => text),
  );
  const { id, severity, category, title, start, end, services, loudest, hint, ruledOut } = incident;
  const span = [start, end].flatMap((time) => (time === null ? [] : [clock.text(time)]));
  const facts = [
    `incident ${id}: ${severity}, ${category}. ${log.say(title)}`,
    span.length === 0 ? '' : `from ${[...new Set(span)].join(' to ')}`,
    `first unusual event L${throughAll(log, incident.source, incident.firstLine)}, worst symptom L${worstLine(log, incident)}, findings ${count(incident.findings.length)}`,
    services.length === 0 ? '' : `services, the probable origin first: ${services.join(', ')}`,
    loudest === null ? '' : `most errors: ${loudest}`,
    ids.length === 0 ? '' : `shared ids: ${ids.join(', ')}`,
    hint === null ? '' : `where to look: ${log.say(hint)}`,
    ...ruledOut.map((sentence) => `ruled out: ${log.say(sentence)}`),
  ];
  return joinedItems(facts.filter((fact) => fact !== '').map(told));
}

function timelineItems(log: ToolLog, clock: LogClock, { timeline }: Incident): Item[] {
  return timeline.map(({ source, line, time, role, count: records }) => {
    const when = time === null ? '' : `${clock.text(time)}, `;
    const what = told(`${roles[role]} (${when}${records === 1 ? '1 record' : `${count(records)} records`}):`);
    return joinedItems([what, lineItem(log, (throughAll(log, source, line) - 1) as LineIndex)]);
  });
}

const roles = {
  first: 'first unusual event',
  symptom: 'symptom',
  worst: 'worst symptom',
  end: 'end',
} as const;

function worstLine(log: ToolLog, { source, worstLine: line, timeline }: Incident): number {
  const worst = timeline.find((entry) => entry.role === 'worst' && entry.line === line);
  return throughAll(log, worst?.source ?? source, line);
}
