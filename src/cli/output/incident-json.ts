import type { Incident, TimelineEntry } from '../../engine/model/incident';
import { sentenceText } from '../../protocol/sentence';

/** As docs/cli.md says; sentences are English. */
export function incidentJson(incident: Incident) {
  const { title, timeline, hint, ruledOut, ...rest } = incident;
  return {
    ...rest,
    title: sentenceText(title),
    timeline: timeline.map((entry) => entryJson(entry, incident)),
    hint: hint === null ? null : sentenceText(hint),
    ruledOut: ruledOut.map((sentence) => sentenceText(sentence)),
  };
}

/** `source` only where the line stands in another file than the incident's first. */
function entryJson({ source, line, time, role, count, text }: TimelineEntry, incident: Incident) {
  const place = source === incident.source ? { line } : { source, line };
  return { ...place, time, role, count, text };
}
