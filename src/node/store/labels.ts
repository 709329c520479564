import type { Finding } from '../../engine/model/finding';
import type { TemplatePattern } from '../../engine/templates/corrections/correction';
import type { NormalTemplate } from '../../engine/templates/normal-template';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

interface Given {
  readonly label: 'normal';
  /** `contentKey` of its log. */
  readonly log?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What the user said of a finding. */
export interface FindingLabel extends Given {
  /** Id of the finding when it was labelled. */
  readonly finding: string;
  readonly formerIds?: readonly string[];
  /** Pattern of its template, for the person who reads the file. */
  readonly template?: string;
}

/** What the user said of all lines of a template. */
export interface TemplateLabel extends Given {
  readonly scope: 'template';
  /** Its pattern as it is shown. */
  readonly template: string;
  /** The pattern token by token. */
  readonly pieces: TemplatePattern;
}

export type Label = FindingLabel | TemplateLabel;

const labelsKind: JsonlKind<Label> = {
  kind: 'labels',
  version: 1,
  migrations: {},
  isEntry(data): data is Label {
    const { label, at, scope } = data as Partial<Record<string, unknown>>;
    if (label !== 'normal' || typeof at !== 'string') return false;
    return scope === 'template' ? namesTemplate(data) : namesFinding(data);
  },
};

function namesFinding(data: object): boolean {
  const { finding, formerIds = [] } = data as Partial<Record<keyof FindingLabel, unknown>>;
  return typeof finding === 'string' && areStrings(formerIds);
}

function namesTemplate(data: object): boolean {
  const { template, pieces } = data as Partial<Record<keyof TemplateLabel, unknown>>;
  return typeof template === 'string' && areStrings(pieces);
}

function areStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The labels of one store folder. Every method throws InputError for a newer file and for one that is none of ours. */
export class LabelStore {
  private readonly file: JsonlFile<Label>;

  constructor(path: string) {
    this.file = new JsonlFile(path, labelsKind);
  }

  async list(): Promise<{ readonly labels: readonly Label[]; readonly damaged: readonly DamagedLine[] }> {
    const { entries, damaged } = await this.file.read();
    return { labels: entries, damaged };
  }

  /** A finding, as a template, has one label: a second replaces the first. */
  add(label: Label): Promise<void> {
    return this.file.change((labels) => [
      ...labels.filter((other) => subjectOf(other) !== subjectOf(label)),
      label,
    ]);
  }

  /** Takes the label off the finding it was given to, under whatever id the finding has by now. */
  remove(finding: Pick<Finding, 'id' | 'formerIds'>): Promise<void> {
    return this.file.change((labels) =>
      labels.filter((label) => isTemplateLabel(label) || !isLabelOf(label, finding)),
    );
  }

  /** Takes the labels off templates, by the patterns they were given with. */
  removeTemplates(patterns: ReadonlySet<string>): Promise<void> {
    return this.file.change((labels) =>
      labels.filter((label) => !isTemplateLabel(label) || !patterns.has(label.template)),
    );
  }

  /** Adds labels that are missing here, and lines of another labels file that could not be read. */
  merge(labels: readonly Label[], damaged: readonly DamagedLine[]): Promise<void> {
    return this.file.change((own) => {
      const known = new Set(own.map(subjectOf));
      return [...own, ...labels.filter((label) => !known.has(subjectOf(label)))];
    }, damaged);
  }
}

export function isTemplateLabel(label: Label): label is TemplateLabel {
  return 'scope' in label;
}

function isFindingLabel(label: Label): label is FindingLabel {
  return !isTemplateLabel(label);
}

/** As the engine takes them, each once. */
export function normalTemplatesOf(labels: readonly Label[]): NormalTemplate[] {
  const given = labels.filter(isTemplateLabel);
  const byPattern = new Map(given.map(({ template, pieces }) => [template, { pattern: template, pieces }]));
  return [...byPattern.values()];
}

type Identified = Pick<Finding, 'id' | 'formerIds'>;

/** What `isLabelOf` says of any label, without asking each of thousands of labels for each of thousands of findings. */
export function labelledBy(labels: readonly Label[]): (finding: Identified) => boolean {
  const ofFindings = labels.filter(isFindingLabel);
  const given = new Set(ofFindings.map(({ finding }) => finding));
  const former = new Set(ofFindings.flatMap(({ formerIds }) => formerIds ?? []));
  return ({ id, formerIds }) => given.has(id) || former.has(id) || formerIds.some((old) => given.has(old));
}

function subjectOf(label: Label): string {
  return isTemplateLabel(label) ? `template ${label.template}` : `finding ${label.finding}`;
}

/**
 * Whether the label was given to this finding. Ids at a log's end change while lines are appended; the
 * label knows the ids of then, the finding the ones it has had.
 */
export function isLabelOf(label: FindingLabel, finding: Pick<Finding, 'id' | 'formerIds'>): boolean {
  if (label.finding === finding.id || finding.formerIds.includes(label.finding)) return true;
  return label.formerIds?.includes(finding.id) ?? false;
}
