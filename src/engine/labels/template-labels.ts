import type { TemplateId } from '../model/units';
import type { NormalTemplate } from '../templates/normal-template';
import { matchNormal } from '../templates/normal-templates';
import type { TaughtLabel } from './label';

/** A label on a template, and a template here that is it or that it has become. */
export interface TemplateMatch {
  /** Index among the labels given. */
  readonly given: number;
  readonly template: TemplateId;
}

interface LiveTemplate extends NormalTemplate {
  readonly id: TemplateId;
}

/** By label, then in the order of the templates. */
export function matchTemplates(
  labels: readonly TaughtLabel[],
  templates: readonly LiveTemplate[],
): TemplateMatch[] {
  const given: number[] = [];
  const subjects: NormalTemplate[] = [];
  for (const [index, { subject }] of labels.entries()) {
    if (subject.kind !== 'template') continue;
    given.push(index);
    subjects.push(subject);
  }
  return matchNormal(subjects, templates).map((match) => ({
    given: given[match.given],
    template: match.template,
  }));
}

/** Templates called normal; none that is called anomalous, too. */
export function normalTemplates(
  labels: readonly TaughtLabel[],
  templates: readonly LiveTemplate[],
): ReadonlySet<TemplateId> {
  const normal = new Set<TemplateId>();
  const anomalous = new Set<TemplateId>();
  for (const { given, template } of matchTemplates(labels, templates))
    (labels[given].verdict === 'normal' ? normal : anomalous).add(template);
  for (const template of anomalous) normal.delete(template);
  return normal;
}
