import type { LabelSubject, LabelVerdict } from '../../engine/labels/label';
import type { TemplatePattern } from '../../engine/templates/corrections/correction';
import type { Identity } from '../../engine/triage/identity';
import type { JsonObject } from './canonical-json';
import type { JsonlKind } from './versioned-jsonl';

/** What is said, by whom and when. What is left out is not in the file. */
export interface GivenLabel {
  readonly label: LabelVerdict;
  /** One of the engine's, or the person's own. */
  readonly category?: string;
  /** Why, in the person's words. */
  readonly note?: string;
  /** Who; see `whoLabels`. */
  readonly by?: string;
  /** `contentKey` of its log. */
  readonly log?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Of one record, which need not be a finding. */
export interface RecordLabel extends GivenLabel {
  readonly scope?: never;
  /** Id of the record when it was labelled; see `RecordSubject`. */
  readonly finding: string;
  readonly formerIds?: readonly string[];
  /** Nanoseconds since the epoch in decimal. */
  readonly time?: string;
  /** See `Identity`. */
  readonly twin?: number;
  /** Pattern of its template, for the person who reads the file and for where to look. */
  readonly template?: string;
}

/** Of all records of a template. */
export interface TemplateLabel extends GivenLabel {
  readonly scope: 'template';
  /** Its pattern as it is shown. */
  readonly template: string;
  /** The pattern token by token. */
  readonly pieces: TemplatePattern;
}

/** Of all sessions of a shape. */
export interface SessionLabel extends GivenLabel {
  readonly scope: 'session';
  readonly shape: string;
}

/** Of an incident with what repeats its findings. */
export interface IncidentLabel extends GivenLabel {
  readonly scope: 'incident';
  readonly incident: string;
  /** Worst first; at least one. */
  readonly findings: readonly (Omit<Identity, 'formerIds'> & Partial<Pick<Identity, 'formerIds'>>)[];
}

/** One line of `labels.jsonl`. */
export type Label = RecordLabel | TemplateLabel | SessionLabel | IncidentLabel;

/** Characters at most; what is longer is no label. */
export const longestOfLabel = { category: 100, note: 2000, by: 200 } as const;

export function isRecordLabel(label: Label): label is RecordLabel {
  return label.scope === undefined;
}

/** The line that says it of the subject. */
export function labelLine(subject: LabelSubject, given: GivenLabel): Label {
  switch (subject.kind) {
    case 'record': {
      const { id, formerIds, time, twin, template } = subject;
      const written = { ...(time !== undefined && { time }), ...(twin !== undefined && { twin }) };
      const more = { ...(formerIds.length > 0 && { formerIds }), ...(template !== '' && { template }) };
      return { ...given, finding: id, ...written, ...more };
    }
    case 'template':
      return { ...given, scope: 'template', template: subject.pattern, pieces: subject.pieces };
    case 'session':
      return { ...given, scope: 'session', shape: subject.shape };
    case 'incident':
      return { ...given, scope: 'incident', incident: subject.id, findings: subject.findings };
  }
}

/** What the line speaks of. A record's template is '' where the line does not tell it. */
export function subjectOf(label: Label): LabelSubject {
  if (isRecordLabel(label)) {
    const { template = '' } = label;
    return { kind: 'record', ...identityOfLabel(label), template };
  }
  switch (label.scope) {
    case 'template':
      return { kind: 'template', pattern: label.template, pieces: label.pieces };
    case 'session':
      return { kind: 'session', shape: label.shape };
    case 'incident':
      return { kind: 'incident', id: label.incident, findings: label.findings.map(identityIn) };
  }
}

export function identityOfLabel(label: RecordLabel): Identity {
  return identityIn({ ...label, id: label.finding });
}

function identityIn({ id, formerIds = [], time, twin }: IncidentLabel['findings'][number]): Identity {
  return { id, formerIds, ...(time !== undefined && { time }), ...(twin !== undefined && { twin }) };
}

export const labelsVersion = 2;

/** Lines of version 1 said `normal` of findings and templates, in the same members. */
export const labelMigrations: JsonlKind<Label>['migrations'] = {
  1: (line: JsonObject) => {
    if (line.label !== 'normal' || (line.scope !== undefined && line.scope !== 'template'))
      throw new Error('not of version 1');
    return line;
  },
};

type Unchecked = Readonly<Partial<Record<string, unknown>>>;

export function isLabel(data: object): data is Label {
  const line: Unchecked = { ...data };
  return isGiven(line) && namesSubject(line);
}

function isGiven({ label, at, category, note, by, log }: Unchecked): boolean {
  if (label !== 'normal' && label !== 'anomalous') return false;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return false;
  const texts = { category, note, by };
  return (
    isTextOrNone(log, 100) &&
    Object.entries(longestOfLabel).every(([name, most]) =>
      isTextOrNone(texts[name as keyof typeof texts], most),
    )
  );
}

function isTextOrNone(value: unknown, most: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= most);
}

function namesSubject(line: Unchecked): boolean {
  const { scope, finding: id, template, pieces, shape, incident, findings } = line;
  switch (scope) {
    case undefined:
      return isRecord({ ...line, id }) && (template === undefined || typeof template === 'string');
    case 'template':
      return typeof template === 'string' && areStrings(pieces);
    case 'session':
      return typeof shape === 'string' && /^[0-9a-f]{16}$/.test(shape);
    case 'incident':
      return typeof incident === 'string' && areRecords(findings);
    default:
      return false;
  }
}

function areRecords(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((one: unknown) => isRecord({ ...Object(one) }));
}

/** As long as times of 64 bits are. */
const decimal = /^-?\d{1,20}$/;

function isRecord({ id, formerIds, time, twin }: Unchecked): boolean {
  if (typeof id !== 'string' || id === '') return false;
  if (formerIds !== undefined && !areStrings(formerIds)) return false;
  if (time !== undefined && !(typeof time === 'string' && decimal.test(time))) return false;
  return twin === undefined || (Number.isSafeInteger(twin) && Number(twin) >= 0);
}

function areStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
