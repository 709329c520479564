import type { TemplateStatistics } from '../features/template-statistics';
import type { Drift } from '../model/drift';
import type { Sentence } from '../model/finding';
import { Level } from '../model/level';
import type { SourceRow } from '../model/record-table';
import type { TemplateId } from '../model/units';
import type { Variation } from './baseline-model';
import { type BaselinePrior, shareScale } from './baseline-prior';
import { middleOf, peakOf, type StretchShares, stretches, stretchShares } from './stretch-shares';
import { variationOf } from './variation';

/** Fewer records in a stretch say nothing about what is usual now. */
const fewestRecords = 20 * stretches;
/** So many times what stretches of good logs differ by is drift, and never less than these shares. */
const usualTimes = 3;
const leastUnknown = 0.05;
const leastExcess = 0.25;
/** Records of a template that should have come before its absence says something: by chance there are none once in 20,000 times. */
const fewestExpected = 10;

const unknownPatterns = {
  one: 'This log no longer fits its baseline: {0} % of its records are of a kind that the baseline lacks (1 template).',
  several:
    'This log no longer fits its baseline: {0} % of its records are of kinds that the baseline lacks ({1} templates).',
} as const;

/** What good logs show of their templates' shares. */
interface Usual {
  /** By template, its greatest share of a stretch. */
  readonly peaks: Float64Array;
  readonly variation: Variation;
}

/**
 * How far the logs of a session are from its baselines; undefined without a baseline, or where there are too few records.
 *
 * A log is held against the greatest share that each template had in any eighth of a good log, eighth by eighth: what counts is the
 * middle one of the eighths, so that an incident, however loud, is none.
 */
export function* driftOf(
  templates: TemplateStatistics,
  prior: BaselinePrior | undefined,
): Generator<void, Drift | null> {
  const { sources } = templates.records;
  const logs = sources.filter(({ role, records }) => role === 'log' && records >= fewestRecords);
  if (templates.baselineRecords < fewestRecords || logs.length === 0) return null;
  const usual = yield* usualOf(templates, prior);
  const unknown: number[] = [];
  const excess: number[] = [];
  for (const log of logs) {
    const shares = yield* sharesOf(log, templates);
    unknown.push(...beyond(shares, usual, templates, false));
    excess.push(...beyond(shares, usual, templates, true));
  }
  return judged(
    middleOf(Float64Array.from(unknown)),
    middleOf(Float64Array.from(excess)),
    usual.variation,
    templates,
  );
}

function sharesOf(source: SourceRow, templates: TemplateStatistics): Generator<void, StretchShares> {
  const { records, templateOfSignature, templateLimit } = templates;
  return stretchShares(source, records, (signature) => templateOfSignature[signature], templateLimit);
}

function* usualOf(templates: TemplateStatistics, prior: BaselinePrior | undefined): Generator<void, Usual> {
  const { templateLimit } = templates;
  const peaks = prior?.peaks(templateLimit) ?? new Float64Array(templateLimit);
  let unknown = (prior?.variation.unknown ?? 0) / shareScale;
  let excess = (prior?.variation.excess ?? 0) / shareScale;
  for (const source of templates.records.sources.filter(({ role }) => role === 'baseline')) {
    const shares = yield* sharesOf(source, templates);
    for (let template = 0; template < templateLimit; template++)
      peaks[template] = Math.max(peaks[template], peakOf(shares, template));
    const variation = variationOf(shares, templateLimit);
    unknown = Math.max(unknown, variation.unknown);
    excess = Math.max(excess, variation.excess);
  }
  return { peaks, variation: { unknown, excess } };
}

/** Stretch by stretch the share of its records that is beyond the usual: of known templates, or of those that the baseline lacks. */
function beyond(
  shares: StretchShares,
  { peaks }: Usual,
  templates: TemplateStatistics,
  known: boolean,
): Float64Array {
  const { templateLimit, baselineTemplateCounts } = templates;
  const sums = new Float64Array(stretches);
  for (let template = 0; template < templateLimit; template++) {
    if (baselineTemplateCounts[template] > 0 !== known || !isOrdinary(template, templates)) continue;
    for (let stretch = 0; stretch < stretches; stretch++)
      sums[stretch] += Math.max(0, shares.share(template, stretch) - peaks[template]);
  }
  return sums;
}

function judged(
  unknownShare: number,
  excessShare: number,
  variation: Variation,
  templates: TemplateStatistics,
): Drift {
  const usualUnknownShare = Math.max(leastUnknown, usualTimes * variation.unknown);
  const usualExcessShare = Math.max(leastExcess, usualTimes * variation.excess);
  const { unknownTemplates, goneTemplates } = templateChanges(templates);
  const isUnknown = unknownShare > usualUnknownShare;
  const isOtherwise = excessShare > usualExcessShare;
  return {
    hasDrifted: isUnknown || isOtherwise,
    unknownShare,
    usualUnknownShare,
    unknownTemplates,
    excessShare,
    usualExcessShare,
    goneTemplates,
    message: messageOf(isUnknown, isOtherwise, { unknownShare, unknownTemplates, excessShare }),
  };
}

function templateChanges(templates: TemplateStatistics) {
  const { baselineTemplateCounts, templateLimit, recordCount, baselineRecords } = templates;
  const scale = (recordCount - baselineRecords) / baselineRecords;
  let unknownTemplates = 0;
  let goneTemplates = 0;
  for (let template = 0; template < templateLimit; template++) {
    const known = baselineTemplateCounts[template];
    const here = templates.logCount(template as TemplateId);
    if (here > 0 && known === 0 && isOrdinary(template, templates)) unknownTemplates++;
    if (here === 0 && known * scale >= fewestExpected) goneTemplates++;
  }
  return { unknownTemplates, goneTemplates };
}

/** Errors that keep coming are trouble to be told of, not what a baseline should learn. */
function isOrdinary(template: number, templates: TemplateStatistics): boolean {
  return templates.level(template as TemplateId) < Level.error;
}

function messageOf(
  isUnknown: boolean,
  isOtherwise: boolean,
  found: Pick<Drift, 'unknownShare' | 'unknownTemplates' | 'excessShare'>,
): Sentence | null {
  if (isUnknown) {
    const values = [percent(found.unknownShare), found.unknownTemplates];
    return found.unknownTemplates === 1
      ? { pattern: unknownPatterns.one, values }
      : { pattern: unknownPatterns.several, values };
  }
  if (!isOtherwise) return null;
  return {
    pattern:
      'This log no longer fits its baseline: {0} % of its records are more of their kinds than any part of a good log has.',
    values: [percent(found.excessShare)],
  };
}

function percent(share: number): number {
  return Math.round(share * 100);
}
