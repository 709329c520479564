import type { TemplateId } from '../model/units';
import type { TemplatePattern } from './corrections/correction';

/** A template of which a person said that its lines are normal, whatever detectors say of them. */
export interface NormalTemplate {
  /** As it is shown; of templates with the same words it tells the kind of event (`… 5xx`). */
  readonly pattern: string;
  readonly pieces: TemplatePattern;
}

export interface NormalMatch {
  /** Index among the templates given. */
  readonly given: number;
  readonly template: TemplateId;
}
