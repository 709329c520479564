import type { RecordIndex } from '../model/units';
import type { Feature, FeatureContext } from './feature';
import { featurePatterns } from './sentences';

/** Decades: −log10 of the share of all records that have the record's template, less where it keeps coming back. */
export const templateRarity: Feature = {
  name: 'template',
  resolution: 0.25,
  value: ({ templates }, record) => {
    const template = templates.templateOf(record);
    const routine = templates.templateCounts[template] * templates.templateEpisodes.counts[template];
    return known(templates.recordCount / routine, templates.experience(record));
  },
  describe: ({ templates }, record) => ({
    pattern: featurePatterns.template,
    values: [templates.templateCounts[templates.templateOf(record)], templates.recordCount],
  }),
};

/** Decades: log10 of how much commoner the commonest wording of its template is than its own. */
export const wordingRarity: Feature = {
  name: 'signature',
  resolution: 0.25,
  value: ({ records, templates }, record) => {
    const commonest = templates.commonestWording[templates.templateOf(record)];
    return known(
      commonest / templates.signatureCounts[records.signature.get(record)],
      templates.experience(record),
    );
  },
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
    known(
      templates.recordCount / templates.componentCounts[records.component.get(record)],
      templates.experience(record),
    ),
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.component,
    values: [templates.componentCounts[records.component.get(record)], templates.recordCount],
  }),
};

/**
 * Decades: log10 of how much seldomer its template comes after the one before than it comes at all; 0 where
 * it is as usual there as anywhere, so that what is rare is not surprising once more. NaN at a source's
 * start and where the table of pairs was full.
 */
export const transitionSurprise: Feature = {
  name: 'transition',
  resolution: 0.25,
  value: (context, record) => {
    if (record === context.sourceStart) return Number.NaN;
    const { templates } = context;
    const { taken, left } = step(context, record);
    const share = templates.templateCounts[templates.templateOf(record)] / templates.recordCount;
    return taken === 0 ? Number.NaN : known((left * share) / taken, templates.experience(record));
  },
  describe: (context, record) => {
    const { taken, left, before } = step(context, record);
    const { pattern } = context.templates.mined.template(before);
    return { pattern: featurePatterns.transition, values: [taken, left, pattern] };
  },
};

function step({ templates }: FeatureContext, record: RecordIndex) {
  const before = templates.templateOf((record - 1) as RecordIndex);
  return {
    taken: templates.transitions.count(before, templates.templateOf(record)),
    left: templates.departures[before],
    before,
  };
}

/** Decades of a ratio, within what the records before can know: after n of them nothing is rarer than one in n. */
function known(ratio: number, experience: number): number {
  return Math.log10(Math.max(1, Math.min(ratio, experience)));
}
