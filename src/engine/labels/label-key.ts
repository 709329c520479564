import type { Identity } from '../triage/identity';
import type { IncidentSubject, LabelSubject } from './label';
import { recordNames } from './record-names';

/** Names what a label speaks of: equal where two were given to the same at the same state of its log. See `sameSubject`. */
export function labelKey(subject: LabelSubject): string {
  switch (subject.kind) {
    case 'record':
      return `record ${recordNames(subject).own}`;
    case 'template':
      return `template ${subject.pattern}`;
    case 'session':
      return `session ${subject.shape}`;
    case 'incident':
      return `incident ${[subject.id, ...startOf(subject)].join(' ')}`;
  }
}

/** Whether both speak of the same, at whatever states of the log they were given: ids at a log's end change while it grows. */
export function sameSubject(one: LabelSubject, other: LabelSubject): boolean {
  if (labelKey(one) === labelKey(other)) return true;
  if (one.kind !== other.kind) return false;
  const [first, another] = [namedRecordOf(one), namedRecordOf(other)];
  return first !== undefined && another !== undefined && sameRecord(first, another);
}

function sameRecord(one: Identity, other: Identity): boolean {
  const [names, others] = [recordNames(one), recordNames(other)];
  return names.own === others.own || names.former.includes(others.own) || others.former.includes(names.own);
}

/** Its id comes of its first finding, and holds the ordinal that another incident may have after a rotation. */
function startOf({ findings }: IncidentSubject): readonly bigint[] {
  const times = findings.flatMap(({ time }) => (time === undefined ? [] : [BigInt(time)]));
  return times.sort((a, b) => Number(a - b)).slice(0, 1);
}

/** The record that names it beside its id; of an incident its worst finding. */
export function namedRecordOf(subject: LabelSubject): Identity | undefined {
  if (subject.kind === 'record') return subject;
  return subject.kind === 'incident' ? subject.findings.at(0) : undefined;
}
