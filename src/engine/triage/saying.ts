import type { TemplateStatistics } from '../features/template-statistics';
import type { ResolvedLabels } from '../labels/resolve/resolved-labels';
import { Level } from '../model/level';
import type { RecordIndex } from '../model/units';
import type { Fusion } from './fusion';
import type { Judgement } from './judgement';

const levels = Object.keys(Level).length;
const components = 1 << 16;
/** A log has fewer templates. */
const templateLimit = 2 ** 24;

/**
 * A number that records share where findings of them would say the same: the same template from the same component, at
 * one level, with the same detector first. Rarity is of a wording, so there the wording counts.
 */
export class Sayings {
  private readonly goesByWording: readonly boolean[];

  constructor(
    private readonly templates: TemplateStatistics,
    private readonly fusion: Fusion,
    { judges }: Pick<Judgement, 'judges'>,
  ) {
    this.goesByWording = judges.map(({ detector }) => detector.id === 'rarity');
  }

  /**
   * Of one that a label calls anomalous: below 0, so that it never repeats what only detectors say. All that a label on sessions speaks of says
   * the same: the session is what is anomalous.
   */
  ofLabel(record: RecordIndex, labels: Pick<ResolvedLabels, 'given' | 'labelOf'>): number {
    const label = labels.labelOf(record);
    const text = labels.given[label].subject.kind === 'session' ? 0 : this.templates.templateOf(record);
    return -(label * templateLimit + text + 1);
  }

  of(record: RecordIndex): number {
    const { level, component, signature } = this.templates.records;
    const judge = this.fusion.strongest(record);
    const text = this.goesByWording[judge] ? signature.get(record) : this.templates.templateOf(record);
    const voice = (judge * levels + level.get(record)) * components + component.get(record);
    // Below 2^53: judges and levels take 6 bits, components 16, texts 20.
    return text * this.goesByWording.length * levels * components + voice;
  }
}
