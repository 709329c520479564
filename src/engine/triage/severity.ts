import type { TemplateStatistics } from '../features/template-statistics';
import type { ResolvedLabels } from '../labels/resolve/resolved-labels';
import { type Severity, severities } from '../model/finding';
import { Level } from '../model/level';
import type { RecordIndex, TemplateId } from '../model/units';
import type { Episode } from './folding';
import type { Fusion } from './fusion';
import { findingThreshold } from './sensitivity';

/** What people call anomalous is as grave as this. */
const leastOfLabelled = 0.6;
/** Least fused score of each severity, worst first. */
const severityFloors: readonly (readonly [Severity, number])[] = [
  ['critical', 0.9],
  ['high', 0.75],
  ['medium', leastOfLabelled],
];
/** What only looks unusual is no worse: nobody wrote that anything is wrong. */
const worstWithoutHarm: Severity = 'medium';
/** So many records that tell of harm, and this share of the log: it goes on and on. What is told at info is no harm by being told often. */
const fewestLasting = 20;
const lastingShare = 0.02;
/** Components that write the same: it is everywhere. */
const fewestComponents = 3;

/** Where a template is a finding. */
interface Spread {
  readonly first: RecordIndex;
  readonly components: Set<number>;
}

/** By the fused score alone, in which level, words and rules weigh already: a fatal record alone reaches `critical`. */
export function severityOf(score: number): Severity {
  return severityFloors.find(([, floor]) => score >= floor)?.[0] ?? 'low';
}

/**
 * How bad a finding is: its score says how sure it is and how grave its words; whether it tells of harm at all, how long it goes
 * on and how many components write it say what that means here.
 */
export class Severities {
  private readonly lasting: number;
  private readonly spreads = new Map<TemplateId, Spread>();

  constructor(
    private readonly templates: TemplateStatistics,
    private readonly fusion: Fusion,
    private readonly labels: Pick<ResolvedLabels, 'fires'>,
  ) {
    this.lasting = Math.max(
      fewestLasting,
      lastingShare * (templates.recordCount - templates.baselineRecords),
    );
  }

  /** All findings in order of their first records, before any is asked of. */
  add({ first }: Episode): void {
    const template = this.templates.templateOf(first);
    const spread = this.spreads.get(template) ?? { first, components: new Set() };
    this.spreads.set(template, spread);
    spread.components.add(this.templates.records.component.get(first));
  }

  of(episode: Episode): Severity {
    const own = severityOf(this.gravity(episode));
    if (!this.tellsOfHarm(episode.strongest)) return milderOf(own, worstWithoutHarm);
    return own === 'medium' && (this.isWide(episode) || this.isLasting(episode)) ? 'high' : own;
  }

  /** What people call anomalous is at least medium; graver where its words are, but not by being labelled. */
  private gravity({ strongest, score }: Episode): number {
    return this.labels.fires(strongest) ? Math.max(leastOfLabelled, this.fusion.score(strongest)) : score;
  }

  /** The first of them says it for all: else what is everywhere would be high as often as it is anywhere. */
  private isWide({ first }: Episode): boolean {
    const spread = this.spreads.get(this.templates.templateOf(first));
    return spread?.first === first && spread.components.size >= fewestComponents;
  }

  private isLasting({ strongest, count }: Episode): boolean {
    const level = this.templates.records.level.get(strongest);
    return count >= this.lasting && (level === Level.none || level > Level.info);
  }

  /** By its level, its words or a rule. */
  private tellsOfHarm(record: RecordIndex): boolean {
    const { level } = this.templates.records;
    return level.get(record) >= Level.error || this.fusion.scoreOfKind('content', record) >= findingThreshold;
  }
}

function milderOf(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) < severities.indexOf(b) ? a : b;
}
