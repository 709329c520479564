import { templatesOfSignatures } from '../features/mined-templates';
import type { Analysis } from '../model/analysis';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, SignatureId, TemplateId } from '../model/units';
import type { ComponentNames } from '../records/component-names';
import type { TemplateMiner } from '../templates/template-miner';
import { CulpritCounts } from './culprit-counts';
import type { Headline } from './headline';
import { type Onset, onsetOf } from './onset';
import { headlineSentences, timeText } from './sentences';

export interface HeadlineLog {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf' | 'template'>;
  readonly components: Pick<ComponentNames, 'count' | 'name'>;
  /** Messages of a learned baseline; undefined where none is used. */
  readonly known: readonly SignatureId[] | undefined;
}

/**
 * Since when something is wrong, what is new since then, and what is loudest: at most one each, in this order, and none of what is
 * not so. Of a log in which nothing was found there is nothing to say. Yields the share done at least every 65,536 records.
 */
export function* headlinesOf(log: HeadlineLog, analysis: Analysis): Generator<number, Headline[]> {
  if (analysis.verdict === 'quiet') return [];
  const { records, miner, components } = log;
  const onset = onsetOf(records, analysis);
  const templateOfSignature = templatesOfSignatures(miner);
  const counts = new CulpritCounts(records, templateOfSignature, components.count, log.known);
  for (const _ of counts.gather(onset)) yield counts.recordsSeen / Math.max(1, records.recordCount);
  return [since(onset), newest(log, counts), loudest(log, counts)].filter((said) => said !== undefined);
}

function since(onset: Onset | undefined): Headline | undefined {
  if (onset === undefined) return undefined;
  const { time, text, line } = onset;
  const message =
    time === null
      ? { pattern: headlineSentences.sinceLine, values: [text] }
      : { pattern: headlineSentences.since, values: [timeText(time), text] };
  return { kind: 'since', message, line };
}

/** The template with most records of those that first came with the trouble, or that no good log knows. */
function newest({ miner, records }: HeadlineLog, counts: CulpritCounts): Headline | undefined {
  const found = counts.newest();
  if (found === undefined) return undefined;
  const { template, count, record } = found;
  const { name, pattern } = miner.template(template);
  const message = { pattern: newSentence(counts.hasBaseline, count), values: [name ?? pattern, count] };
  return { kind: 'new', message, line: records.firstLine.get(record) as LineIndex };
}

function newSentence(isAgainstBaseline: boolean, count: number) {
  const { unknown, unknownOnce, newSince, newOnce } = headlineSentences;
  if (isAgainstBaseline) return count === 1 ? unknownOnce : unknown;
  return count === 1 ? newOnce : newSince;
}

/** Who writes most errors; where no record names who, which template they are of. */
function loudest({ miner, components, records }: HeadlineLog, counts: CulpritCounts): Headline | undefined {
  if (counts.errors === 0) return undefined;
  const service = counts.loudestComponent();
  if (service !== undefined) {
    const values = [components.name(service.id), service.count, counts.errors];
    const line = records.firstLine.get(service.record) as LineIndex;
    return { kind: 'loudest', message: { pattern: headlineSentences.loudestService, values }, line };
  }
  const template = counts.loudestTemplate();
  if (template === undefined) return undefined;
  const { name, pattern } = miner.template(template.id as TemplateId);
  const values = [name ?? pattern, template.count, counts.errors];
  const line = records.firstLine.get(template.record) as LineIndex;
  return { kind: 'loudest', message: { pattern: headlineSentences.loudestTemplate, values }, line };
}
