import type { IncidentSubject, LabelSubject, RecordSubject } from './label';

/** Names what a label speaks of: equal where two were given to the same at the same state of its log. See `sameSubject`. */
export function labelKey(subject: LabelSubject): string {
  switch (subject.kind) {
    case 'record':
      return `record ${subject.id}`;
    case 'template':
      return `template ${subject.pattern}`;
    case 'session':
      return `session ${subject.shape}`;
    case 'incident':
      return `incident ${subject.id}`;
  }
}

/** Whether both speak of the same, at whatever states of the log they were given: ids at a log's end change while it grows. */
export function sameSubject(one: LabelSubject, other: LabelSubject): boolean {
  if (labelKey(one) === labelKey(other)) return true;
  if (one.kind === 'record' && other.kind === 'record') return sameRecord(one, other);
  return one.kind === 'incident' && other.kind === 'incident' && beginsAlike(one, other);
}

type Identified = Pick<RecordSubject, 'id' | 'formerIds'>;

function sameRecord(one: Identified, other: Identified): boolean {
  return one.id === other.id || one.formerIds.includes(other.id) || other.formerIds.includes(one.id);
}

/** An incident is named by its first finding. */
function beginsAlike(incident: IncidentSubject, another: IncidentSubject): boolean {
  const one = incident.findings.at(0);
  const other = another.findings.at(0);
  return one !== undefined && other !== undefined && sameRecord(one, other);
}
