import type { TemplatePattern } from '../templates/corrections/correction';
import type { Identity } from '../triage/identity';

export type LabelVerdict = 'normal' | 'anomalous';

/** One record, by what stands around it and when it was written; see `Identities`. */
export interface RecordSubject extends Identity {
  readonly kind: 'record';
  /** Pattern of its template when it was labelled: says among which records to look, and what a person reads in the file. */
  readonly template: string;
}

/** All records of a template. */
export interface TemplateSubject {
  readonly kind: 'template';
  /** Its pattern as it is shown. */
  readonly pattern: string;
  readonly pieces: TemplatePattern;
}

/** All sessions whose records have the same templates in the same order. */
export interface SessionSubject {
  readonly kind: 'session';
  /** 16 hex digits over the templates in their order. */
  readonly shape: string;
}

/** All findings of an incident, with what repeats them. */
export interface IncidentSubject {
  readonly kind: 'incident';
  readonly id: string;
  readonly findings: readonly Identity[];
}

export type LabelSubject = RecordSubject | TemplateSubject | SessionSubject | IncidentSubject;

/**
 * What a person said of a part of a log. Of two that speak of one record the narrower holds: record, incident, session, template. Two of
 * the same kind that disagree are a conflict, and neither holds.
 */
export interface TaughtLabel {
  readonly subject: LabelSubject;
  readonly verdict: LabelVerdict;
  /** One of the engine's, or the person's own; null where none was given, and of what is normal. */
  readonly category: string | null;
  /** Why, in the person's words. */
  readonly note: string | null;
}
