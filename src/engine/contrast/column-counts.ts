import { templatesOfSignatures } from '../features/mined-templates';
import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { TemplateMiner } from '../templates/template-miner';
import { ItemCounts } from './item-counts';
import { Opportunity } from './opportunity';
import { Part, type PartRuns } from './part-runs';
import { noWindow } from './time-regions';

/** Levels, templates and components of all records, by window. */
export interface ColumnCounts {
  /** By number of the level, the template, the component. */
  readonly levels: ItemCounts;
  readonly templates: ItemCounts;
  readonly components: ItemCounts;
  /** All records. */
  readonly opportunity: Opportunity;
  readonly templateOfSignature: Uint32Array;
}

export interface ColumnSource {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf'>;
  /** Distinct components, "none" counted. */
  readonly componentCount: number;
}

/** Ten million records take a quarter of a second. Yields at least every 65,536. */
export function* columnCounts(
  { records, miner, componentCount }: ColumnSource,
  runs: PartRuns,
): Generator<void, ColumnCounts> {
  const templateOfSignature = templatesOfSignatures(miner);
  const templateLimit = templateOfSignature.reduce((limit, id) => Math.max(limit, id + 1), 0);
  const levels = new ItemCounts(Object.keys(Level).length);
  const templates = new ItemCounts(templateLimit);
  const components = new ItemCounts(componentCount);
  const all = [levels, templates, components];
  const byWindow = new Uint32Array(runs.windowCount);
  let counted = 0;
  for (const run of runs.inOrderOfWindows()) {
    const [from, to, part, window] = [runs.from(run), runs.to(run), runs.part(run), runs.window(run)];
    if (window !== noWindow) byWindow[window] += to - from;
    for (const counts of all) counts.beginStretch(window);
    addColumns(records, templateOfSignature, { levels, templates, components }, from, to);
    for (const counts of all) counts.endStretch(part);
    counted += to - from;
    if (counted < recordsAStep) continue;
    counted = 0;
    yield;
  }
  for (const counts of all) counts.finish();
  const opportunity = new Opportunity(runs.recordsOf(Part.focus), runs.recordsOf(Part.against), byWindow);
  return { levels, templates, components, opportunity, templateOfSignature };
}

const recordsAStep = 1 << 16;

/** A loop of its own for each column: each finds its block once. */
function addColumns(
  { signature, level, component }: RecordTable,
  templateOfSignature: Uint32Array,
  counts: Pick<ColumnCounts, 'levels' | 'templates' | 'components'>,
  from: number,
  to: number,
): void {
  const { levels, templates, components } = counts;
  for (let record = from; record < to; record++) templates.add(templateOfSignature[signature.get(record)]);
  for (let record = from; record < to; record++) levels.add(level.get(record));
  for (let record = from; record < to; record++) components.add(component.get(record));
}
