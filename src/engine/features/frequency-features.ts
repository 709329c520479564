import type { RecordIndex } from '../model/units';
import type { Feature, FeatureContext } from './feature';
import { featurePatterns } from './sentences';

/** Decades: −log10 of the share of all records that have the record's template. */
export const templateRarity: Feature = {
  name: 'template',
  resolution: 0.25,
  value: ({ templates }, record) =>
    decades(templates.templateCounts[templates.templateOf(record)], templates.recordCount),
  describe: ({ templates }, record) => ({
    pattern: featurePatterns.template,
    values: [templates.templateCounts[templates.templateOf(record)], templates.recordCount],
  }),
};

/** Decades: −log10 of the share of its template's records that have exactly its masked words. */
export const wordingRarity: Feature = {
  name: 'signature',
  resolution: 0.25,
  value: ({ records, templates }, record) =>
    decades(
      templates.signatureCounts[records.signature.get(record)],
      templates.templateCounts[templates.templateOf(record)],
    ),
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.signature,
    values: [templates.signatureCounts[records.signature.get(record)], templates.recordCount],
  }),
};

/** Decades: −log10 of the share of all records that its component wrote. */
export const componentRarity: Feature = {
  name: 'component',
  resolution: 0.25,
  value: ({ records, templates }, record) =>
    decades(templates.componentCounts[records.component.get(record)], templates.recordCount),
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.component,
    values: [templates.componentCounts[records.component.get(record)], templates.recordCount],
  }),
};

/**
 * Decades: −log10 of how often the template before is followed by this one; NaN at a source's start and
 * where the table of pairs was full.
 */
export const transitionSurprise: Feature = {
  name: 'transition',
  resolution: 0.25,
  value: (context, record) => {
    if (record === context.sourceStart) return Number.NaN;
    const { taken, left } = step(context, record);
    return taken === 0 ? Number.NaN : decades(taken, left);
  },
  describe: (context, record) => {
    const { taken, left, before } = step(context, record);
    return { pattern: featurePatterns.transition, values: [taken, left, before] };
  },
};

function step({ templates }: FeatureContext, record: RecordIndex) {
  const before = templates.templateOf((record - 1) as RecordIndex);
  return {
    taken: templates.transitions.count(before, templates.templateOf(record)),
    left: templates.departures[before],
    before: templates.mined.template(before).pattern,
  };
}

function decades(count: number, total: number): number {
  return Math.log10(total / count);
}
