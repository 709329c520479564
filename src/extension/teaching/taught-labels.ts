import type { TemplateSummary } from '../../engine/model/analysis';
import { type FindingLabel, type Label, LabelStore, type TemplateLabel } from '../../node/store/labels';
import type { DamagedLine } from '../../node/store/versioned-jsonl';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog } from '../shared/analyses';
import { templateOf } from '../shared/template-of';

export interface ReadLabels {
  readonly labels: readonly Label[];
  readonly problems: readonly ReadProblem[];
}

/** A labels file that could not be used, or not wholly. */
export type ReadProblem =
  | { readonly path: string; readonly error: unknown }
  | { readonly path: string; readonly damaged: readonly DamagedLine[] };

/** The labels of several files; one that cannot be read does not spoil the others. */
export async function readLabels(paths: readonly string[]): Promise<ReadLabels> {
  const read = await Promise.all(paths.map(readOne));
  return { labels: read.flatMap(({ labels }) => labels), problems: read.flatMap(({ problems }) => problems) };
}

async function readOne(path: string): Promise<ReadLabels> {
  try {
    const { labels, damaged } = await new LabelStore(path).list();
    return { labels, problems: damaged.length > 0 ? [{ path, damaged }] : [] };
  } catch (error) {
    return { labels: [], problems: [{ path, error }] };
  }
}

/** Of labels moved to the workspace, those given in a log of this content. */
export function labelsOfContent(labels: readonly Label[], contentKey: string): Label[] {
  return labels.filter(({ log }) => log === contentKey);
}

/** `at`: ISO 8601, UTC. */
export function labelOf(log: AnalysedLog, finding: ReportedFinding, at: string): FindingLabel {
  const template = templateOf(log.report, finding.templateId);
  return {
    finding: finding.id,
    ...(finding.formerIds.length > 0 && { formerIds: finding.formerIds }),
    label: 'normal',
    ...(template && { template: template.pattern }),
    log: log.report.sources[0].contentKey,
    at,
  };
}

/** `at`: ISO 8601, UTC. */
export function templateLabelOf(
  log: AnalysedLog,
  { pattern, pieces }: Pick<TemplateSummary, 'pattern' | 'pieces'>,
  at: string,
): TemplateLabel {
  const { contentKey } = log.report.sources[0];
  return { scope: 'template', label: 'normal', template: pattern, pieces, log: contentKey, at };
}
