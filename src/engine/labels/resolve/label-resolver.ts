import type { LogSessions } from '../../features/sessions/log-sessions';
import type { SessionId } from '../../features/sessions/sessions';
import type { TemplateSummary } from '../../model/analysis';
import type { RecordIndex, TemplateId } from '../../model/units';
import type { Identity } from '../../triage/identity';
import type { JudgedLog } from '../../triage/triage';
import type { LabelSubject, TaughtLabel } from '../label';
import { matchTemplates } from '../template-labels';
import { occurrencesOf } from './incident-records';
import { labelColumn } from './label-column';
import { type LabelSpeech, layersOf } from './label-layers';
import { RecordFinder } from './records-by-id';
import { nothingLabelled, type ResolvedLabels } from './resolved-labels';
import { SessionShapes } from './session-shapes';
import { signaturesByTemplate } from './signatures-by-template';
import type { WantedRecord } from './wanted-ids';

type Found = readonly RecordIndex[];

type Occurrences = ReadonlyMap<RecordIndex, Found>;

/** Incidents that are labelled, and those that could be, are asked for in turn. */
const mostRemembered = 2;

/** Finds what labels speak of in one judged log, and remembers it: of labels given again only what is new is looked for. */
export class LabelResolver {
  private readonly recordsById = new Map<string, Found>();
  /** By all first records: one finding more or less changes what the others are, as an episode ends where another begins. */
  private readonly knownOccurrences = new Map<string, Occurrences>();
  private knownShapes: SessionShapes | undefined;

  /** `templates`: those of the log; `sessions`: of all its records. */
  constructor(
    private readonly log: JudgedLog,
    private readonly templates: readonly TemplateSummary[],
    private readonly sessions: LogSessions,
  ) {}

  /** The shapes of all sessions. To be run to its end. */
  *shapes(): Generator<void, SessionShapes> {
    if (this.knownShapes !== undefined) return this.knownShapes;
    const { records, templates } = this.log.input;
    const found = yield* this.sessions.found();
    const shapes = new SessionShapes(records, templates.mined, found);
    yield* shapes.gather();
    this.knownShapes = shapes;
    return shapes;
  }

  /** Of incidents, by the first records of their findings: all records they speak of, ascending. */
  *occurrences(incidents: readonly Found[]): Generator<void, Found[]> {
    const found = yield* this.occurrencesOf([...new Set(incidents.flat())].sort((a, b) => a - b));
    const whole = (own: Found) => new Set(own.flatMap((record) => found.get(record) ?? [record]));
    return incidents.map((own) => [...whole(own)].sort((a, b) => a - b));
  }

  private *occurrencesOf(firsts: Found): Generator<void, Occurrences> {
    const key = firsts.join(' ');
    const known = this.knownOccurrences.get(key) ?? (yield* occurrencesOf(new Set(firsts), this.log));
    this.knownOccurrences.delete(key);
    this.knownOccurrences.set(key, known);
    const [oldest] = this.knownOccurrences.keys();
    if (this.knownOccurrences.size > mostRemembered) this.knownOccurrences.delete(oldest);
    return known;
  }

  /** Yields now and then. */
  *resolve(given: readonly TaughtLabel[]): Generator<void, ResolvedLabels> {
    const { records, templates } = this.log.input;
    if (given.length === 0) return nothingLabelled(templates.recordCount - templates.baselineRecords);
    const speech = yield* this.speech(given);
    const layers = layersOf(given, speech);
    const shapes = given.some(isSession) ? yield* this.shapes() : undefined;
    const recordsOf = (session: SessionId) => shapes?.sessions.recordsOf(session) ?? [];
    const lookedAt = shapes?.lookedAt;
    return yield* labelColumn({ given, records, statistics: templates, speech, layers, recordsOf, lookedAt });
  }

  private *speech(given: readonly TaughtLabel[]): Generator<void, LabelSpeech> {
    yield* this.findRecords(given);
    const templates = new Map<number, TemplateId[]>();
    for (const { given: label, template } of matchTemplates(given, this.templates))
      templates.set(label, [...(templates.get(label) ?? []), template]);
    return {
      templates,
      sessions: yield* this.sessionsOf(given),
      incidents: yield* this.incidentsOf(given),
      records: ofKind(given, 'record', (subject) => this.found(subject)),
    };
  }

  private *sessionsOf(given: readonly TaughtLabel[]): Generator<void, Map<number, readonly SessionId[]>> {
    if (!given.some(isSession)) return new Map();
    const shapes = yield* this.shapes();
    return ofKind(given, 'session', ({ shape }) => shapes.sessionsOf(shape));
  }

  private *incidentsOf(given: readonly TaughtLabel[]): Generator<void, Map<number, Found>> {
    const findings = ofKind(given, 'incident', (subject) =>
      subject.findings.flatMap((one) => this.found(one)),
    );
    const records = yield* this.occurrences([...findings.values()]);
    return new Map([...findings.keys()].map((label, at) => [label, records[at]]));
  }

  private *findRecords(given: readonly TaughtLabel[]): Generator<void, void> {
    const wanted = new Map<string, WantedRecord>();
    for (const one of given.flatMap(identifiedBy))
      if (!this.recordsById.has(nameOf(one))) wanted.set(nameOf(one), one);
    if (wanted.size === 0) return;
    const { records, templates } = this.log.input;
    const signaturesOf = signaturesByTemplate(this.templates, templates.mined);
    const finder = new RecordFinder(records, templates.mined);
    const found = yield* finder.find([...wanted.values()], signaturesOf);
    for (const [at, name] of [...wanted.keys()].entries()) this.recordsById.set(name, found[at]);
  }

  private found(one: Identity): Found {
    return this.recordsById.get(nameOf(one)) ?? [];
  }
}

function isSession({ subject }: TaughtLabel): boolean {
  return subject.kind === 'session';
}

function identifiedBy({ subject }: TaughtLabel): readonly WantedRecord[] {
  if (subject.kind === 'record') return [subject];
  return subject.kind === 'incident' ? subject.findings : [];
}

function nameOf({ id, formerIds, time = '', twin = 0 }: Identity): string {
  return [id, ...formerIds, time, twin].join(' ');
}

type OfKind<Kind> = Extract<LabelSubject, { readonly kind: Kind }>;

function ofKind<Kind extends LabelSubject['kind'], Thing>(
  given: readonly TaughtLabel[],
  kind: Kind,
  thingsOf: (subject: OfKind<Kind>) => Thing,
): Map<number, Thing> {
  const isOfKind = (subject: LabelSubject): subject is OfKind<Kind> => subject.kind === kind;
  const things = new Map<number, Thing>();
  for (const [label, { subject }] of given.entries())
    if (isOfKind(subject)) things.set(label, thingsOf(subject));
  return things;
}
