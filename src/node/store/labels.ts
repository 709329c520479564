import type { Finding } from '../../engine/model/finding';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

/** What the user said of a finding. */
export interface Label {
  /** Id of the finding when it was labelled. */
  readonly finding: string;
  readonly formerIds?: readonly string[];
  readonly label: 'normal';
  /** Pattern of its template, for the person who reads the file. */
  readonly template?: string;
  /** `contentKey` of its log. */
  readonly log?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const labelsKind: JsonlKind<Label> = {
  kind: 'labels',
  version: 1,
  migrations: {},
  isEntry(data): data is Label {
    const { finding, formerIds = [], label, at } = data as Partial<Record<keyof Label, unknown>>;
    if (typeof finding !== 'string' || label !== 'normal' || typeof at !== 'string') return false;
    return Array.isArray(formerIds) && formerIds.every((id) => typeof id === 'string');
  },
};

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

  /** A finding has one label: a second replaces the first. */
  add(label: Label): Promise<void> {
    return this.file.change((labels) => [
      ...labels.filter((other) => other.finding !== label.finding),
      label,
    ]);
  }

  /** Takes the label off the finding it was given to, under whatever id the finding has by now. */
  remove(finding: Pick<Finding, 'id' | 'formerIds'>): Promise<void> {
    return this.file.change((labels) => labels.filter((label) => !isLabelOf(label, finding)));
  }

  /** Adds labels that are missing here, and lines of another labels file that could not be read. */
  merge(labels: readonly Label[], damaged: readonly DamagedLine[]): Promise<void> {
    return this.file.change((own) => {
      const known = new Set(own.map((label) => label.finding));
      return [...own, ...labels.filter((label) => !known.has(label.finding))];
    }, damaged);
  }
}

/**
 * Whether the label was given to this finding. Ids at a log's end change while lines are appended; the
 * label knows the ids of then, the finding the ones it has had.
 */
export function isLabelOf(label: Label, finding: Pick<Finding, 'id' | 'formerIds'>): boolean {
  if (label.finding === finding.id || finding.formerIds.includes(label.finding)) return true;
  return label.formerIds?.includes(finding.id) ?? false;
}
