import type { IncidentSubject, LabelVerdict, TaughtLabel } from '../../engine/labels/label';
import type { Incident } from '../../engine/model/incident';
import type { TemplateId } from '../../engine/model/units';
import { identityOf, namesLabelled, recordNames } from '../../node/store/label-subjects';
import type { RowLabel } from '../../protocol/dashboard';
import { type LabelMatches, templatesOf } from '../../protocol/labels';
import type { Tell } from '../../protocol/overview';
import type { AnalysedLog } from '../shared/analyses';
import { labelTitle } from '../shared/label-title';

type Labels = AnalysedLog['labels'];

/** What labels on templates say: each saying once, and which one holds for a template, counted from 1; 0 for none. */
export interface TemplateLabels {
  readonly said: readonly RowLabel[];
  readonly placeOf: (template: TemplateId) => number;
}

export function templateLabels(given: Labels, matches: LabelMatches, tell: Tell): TemplateLabels {
  const holding = new Holding<TemplateId>();
  for (const [at, label] of given.entries())
    if (label.subject.kind === 'template') for (const id of templatesOf(matches, at)) holding.take(id, label);
  const said: RowLabel[] = [];
  const places = new Map<string, number>();
  const placeOf = (template: TemplateId): number => {
    const label = holding.of(template);
    if (!label) return 0;
    const key = `${label.verdict} ${label.category ?? ''}`;
    const place = places.get(key) ?? said.push(rowLabel(label, tell));
    places.set(key, place);
    return place;
  };
  return { said, placeOf };
}

/** Of an incident: a label knows it by its worst finding, whose id changes while the end of a log grows. */
export function incidentLabels(
  { labels, findings }: Pick<AnalysedLog, 'labels' | 'findings'>,
  tell: Tell,
): (incident: Pick<Incident, 'id' | 'findings'>) => RowLabel | null {
  const holding = new Holding<string>();
  for (const label of labels) {
    const { subject } = label;
    if (subject.kind !== 'incident') continue;
    for (const name of namesGiven(subject)) holding.take(name, label);
  }
  if (holding.isEmpty) return () => null;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return ({ id, findings: [first] }) => {
    const finding = byId.get(first);
    const asked = finding && namesLabelled(identityOf(finding));
    const names = asked ? [...asked.own, ...asked.former, id] : [id];
    const name = names.find((one) => holding.has(one));
    const label = name === undefined ? undefined : holding.of(name);
    return label ? rowLabel(label, tell) : null;
  };
}

/** Of two labels that say the opposite of the same neither holds. */
class Holding<Subject> {
  private readonly labels = new Map<Subject, TaughtLabel>();
  private readonly disputed = new Set<Subject>();

  get isEmpty(): boolean {
    return this.labels.size === 0;
  }

  take(subject: Subject, label: TaughtLabel): void {
    const verdict: LabelVerdict | undefined = this.labels.get(subject)?.verdict;
    if (verdict === undefined) this.labels.set(subject, label);
    else if (verdict !== label.verdict) this.disputed.add(subject);
  }

  has(subject: Subject): boolean {
    return this.labels.has(subject);
  }

  of(subject: Subject): TaughtLabel | undefined {
    return this.disputed.has(subject) ? undefined : this.labels.get(subject);
  }
}

/** The id of an incident holds an ordinal: where times tell more, they alone name it. */
function namesGiven({ id, findings }: IncidentSubject): ReadonlySet<string> {
  const worst = findings.at(0);
  if (worst === undefined) return new Set([id]);
  const { own, former } = recordNames(worst);
  return new Set([own, ...former, ...(worst.time === undefined ? [id] : [])]);
}

function rowLabel(label: TaughtLabel, tell: Tell): RowLabel {
  return { verdict: label.verdict, words: labelTitle(label, tell) };
}
