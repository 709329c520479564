import type { RecordIndex, TemplateId } from '../model/units';
import { type Feature, type FeatureInput, type FillCodes, missing } from './feature';
import { decadeResolution, decadesCode, fillFromTable, KnownDecades } from './known-decades';
import { featurePatterns } from './sentences';

/** Decades: −log10 of the share of all records that have the record's template, less where it keeps coming back. */
export const templateRarity: Feature = {
  name: 'template',
  resolution: decadeResolution,
  codes: ({ records, templates }) => {
    const { templateOfSignature, templateCounts, templateEpisodes, recordCount } = templates;
    const table = Int16Array.from(templateOfSignature, (template) =>
      decadesCode(recordCount / (templateCounts[template] * templateEpisodes.counts[template])),
    );
    return fillFromTable(templates, table, records.signature);
  },
  describe: ({ templates }, record) => ({
    pattern: featurePatterns.template,
    values: [templates.templateCounts[templates.templateOf(record)], templates.recordCount],
  }),
};

/** Decades: log10 of how much commoner the commonest wording of its template is than its own. */
export const wordingRarity: Feature = {
  name: 'signature',
  resolution: decadeResolution,
  codes: ({ records, templates }) => {
    const { templateOfSignature, commonestWording, signatureCounts } = templates;
    const table = Int16Array.from(templateOfSignature, (template, signature) =>
      decadesCode(commonestWording[template] / signatureCounts[signature]),
    );
    return fillFromTable(templates, table, records.signature);
  },
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.signature,
    values: [templates.signatureCounts[records.signature.get(record)], templates.recordCount],
  }),
};

/** Decades: −log10 of the share of all records that its component wrote. */
export const componentRarity: Feature = {
  name: 'component',
  resolution: decadeResolution,
  codes: ({ records, templates }) => {
    const { componentCounts, recordCount } = templates;
    const table = Int16Array.from(componentCounts, (count) => decadesCode(recordCount / count));
    return fillFromTable(templates, table, records.component);
  },
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.component,
    values: [templates.componentCounts[records.component.get(record)], templates.recordCount],
  }),
};

/**
 * Decades: log10 of how much seldomer its template comes after the one before than it comes at all; 0 where
 * it is as usual there as anywhere, so that what is rare is not surprising once more. Missing at a source's
 * start and where the table of pairs was full.
 */
export const transitionSurprise: Feature = {
  name: 'transition',
  resolution: decadeResolution,
  codes: fillTransitions,
  describe: (input, record) => {
    const { taken, left, before } = step(input, record);
    const { pattern } = input.templates.mined.template(before);
    return { pattern: featurePatterns.transition, values: [taken, left, pattern] };
  },
};

function fillTransitions({ records, templates }: FeatureInput): FillCodes {
  const { transitions, departures, templateCounts, recordCount, templateOfSignature } = templates;
  const known = new KnownDecades(templates);
  const surprise = transitions.tableOf((from, to, taken) =>
    decadesCode((departures[from] * (templateCounts[to] / recordCount)) / taken),
  );
  return ({ from, to, sourceStart }, codes) => {
    const forAll = known.ofAll(from, to);
    let before = from === sourceStart ? -1 : templateOfSignature[records.signature.get(from - 1)];
    for (let record = from; record < to; record++) {
      const here = templateOfSignature[records.signature.get(record)];
      const pair = before < 0 ? -1 : transitions.find(before, here);
      const most = forAll < 0 ? known.at(record) : forAll;
      codes[record - from] = pair < 0 ? missing : Math.min(surprise[pair], most);
      before = here;
    }
  };
}

function step({ templates }: FeatureInput, record: RecordIndex) {
  const before: TemplateId = templates.templateOf((record - 1) as RecordIndex);
  return {
    taken: templates.transitions.count(before, templates.templateOf(record)),
    left: templates.departures[before],
    before,
  };
}
