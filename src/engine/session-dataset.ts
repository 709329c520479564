import { exportSequences, type PlacedSequence } from './dataset/export/export-sequences';
import type { ExportSettings } from './dataset/export/export-settings';
import { type GivenLabels, markRecords } from './dataset/export/given-labels';
import { type ExportPlan, planExport } from './dataset/export/plan-export';
import type { DatasetTemplate } from './dataset/formats/format';
import type { Analysis } from './model/analysis';
import type { Sentence } from './model/finding';
import type { SignatureId, TemplateId } from './model/units';
import type { SourceTexts } from './records/source-texts';
import type { SessionJudging } from './session-judging';
import type { SessionSources } from './session-sources';
import { at, scaled } from './triage/progress';

/** Of the work before anything is written. */
const markedShare = 0.6;

/** What of an analysed session goes into a data set. */
export class SessionDataset {
  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
  ) {}

  /**
   * Cuts the log into sequences, labels, chooses and splits them, by columns alone. Yields the share done. Throws as `Session.measure`
   * does.
   */
  *plan(settings: ExportSettings, known: GivenLabels, analysis: Analysis): Generator<number, ExportPlan> {
    const { records, miner: templates } = this.sources;
    const scoring = () => this.judging.scoring();
    const { labels } = this.judging.labelled();
    const input = { records, templates, analysis, labels, scoring };
    const given = yield* scaled(markRecords(known, input), 0, markedShare);
    const sessions = yield* at(markedShare, this.judging.allSessions.found());
    return yield* scaled(
      planExport(records, templates, sessions, given, settings, analysis.findings),
      markedShare,
      1,
    );
  }

  /** The sequences of a plan in the order of the log, and how many of their records were cut. `say`: in the language of the data set. */
  sequences(
    plan: ExportPlan,
    texts: SourceTexts,
    say: (sentence: Sentence) => string,
  ): Generator<PlacedSequence, number> {
    const { records, readers: ends } = this.sources;
    return exportSequences({ records, ends, texts, say, templates: this.rememberedTemplates() }, plan);
  }

  /** By source: whether its times name no year. */
  openYears(texts: SourceTexts): boolean[] {
    return this.sources.openYears(texts);
  }

  /** The templates most written, by their ids: what is counted in columns of its own. */
  commonTemplates(analysis: Pick<Analysis, 'templates'>, most: number): DatasetTemplate[] {
    return [...analysis.templates]
      .sort((a, b) => b.count - a.count || a.id - b.id)
      .slice(0, most)
      .map(({ id, pattern }) => ({ templateId: id, template: pattern }))
      .sort((a, b) => a.templateId - b.templateId);
  }

  /** Describing a template takes longer than looking it up. */
  private rememberedTemplates() {
    const { miner } = this.sources;
    const known = new Map<TemplateId, { readonly pattern: string }>();
    return {
      templateOf: (signature: SignatureId) => miner.templateOf(signature),
      template(id: TemplateId) {
        const before = known.get(id);
        if (before !== undefined) return before;
        const template = miner.template(id);
        known.set(id, template);
        return template;
      },
    };
  }
}
