import type { Incident, TimelineEntry } from '../../../src/engine/model/incident';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';

const source = 0 as SourceIndex;

export function entry(line: number, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    source,
    line: line as LineNumber,
    time: null,
    role: 'symptom',
    count: 1,
    text: `says ${line}`,
    ...more,
  };
}

/** An incident that begins on line `line`; its id is the line unless given. */
export function incident(line: number, more: Partial<Incident> = {}): Incident {
  return {
    id: `${line}`,
    severity: 'critical',
    category: 'database',
    title: { pattern: 'connection refused', values: [] },
    source,
    firstLine: line as LineNumber,
    worstLine: line as LineNumber,
    start: null,
    end: null,
    timeline: [entry(line, { role: 'first' })],
    services: [],
    loudest: null,
    ids: [],
    hint: null,
    ruledOut: [],
    findings: [`${line}`],
    ...more,
  };
}
