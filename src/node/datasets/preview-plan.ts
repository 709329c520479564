import type { CardLabels } from '../../engine/dataset/card/data-card';
import { saidBy } from '../../engine/dataset/export/export-sequences';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import { leftOut } from '../../engine/dataset/export/split-sequences';
import { splitNames } from '../../engine/dataset/split/split';
import { ExportTally } from './export-tally';

const mostExamples = 3;

/** What of a plan is written, counted by columns alone. */
export function plannedLabels({ chosen, marks, given, places }: ExportPlan): CardLabels[] {
  const tally = new ExportTally();
  for (const [at, sequence] of chosen.kept.entries()) {
    if (places[at] === leftOut) continue;
    const isAnomalous = marks.anomalous[sequence] === 1;
    const label = isAnomalous ? 'anomalous' : 'normal';
    const category = isAnomalous ? given.names[marks.categories[sequence]] || null : null;
    const labelledBy = saidBy[marks.said[sequence]];
    tally.add({ split: splitNames[places[at]], labelledBy, sequence: { label, category } });
  }
  return tally.labels();
}

/** The same plan with some of its sequences alone. `at`: places in `chosen.kept`. */
export function planOf(plan: ExportPlan, at: readonly number[]): ExportPlan {
  const { chosen, places } = plan;
  return {
    ...plan,
    chosen: { ...chosen, kept: Uint32Array.from(at, (one) => chosen.kept[one]) },
    places: Uint8Array.from(at, (one) => places[one]),
  };
}

/** One anomalous and one normal sequence where there are both; then anomalous ones of further categories, then what comes next. */
export function pickedExamples({ chosen, marks, places }: ExportPlan): number[] {
  const written = [...chosen.kept.keys()].filter((at) => places[at] !== leftOut);
  const classOf = (at: number) => {
    const sequence = chosen.kept[at];
    return marks.anomalous[sequence] === 1 ? marks.categories[sequence] : -1;
  };
  const firsts = new Map<number, number>();
  for (const at of written) if (!firsts.has(classOf(at))) firsts.set(classOf(at), at);
  const ofClasses = [...firsts.entries()].sort(([a], [b]) => Number(b >= 0) - Number(a >= 0));
  const normal = ofClasses.filter(([of]) => of < 0);
  const [first = [], ...others] = ofClasses.filter(([of]) => of >= 0);
  const inOrder = [first, ...normal, ...others].flatMap(([, at]) => (at === undefined ? [] : [at]));
  return [...new Set([...inOrder, ...written.slice(0, mostExamples)])].slice(0, mostExamples).sort(ascending);
}

/** So many at most, from all of it. */
export function evenlyChosen({ chosen, places }: ExportPlan, most: number): number[] {
  const written = [...chosen.kept.keys()].filter((at) => places[at] !== leftOut);
  const step = Math.max(1, written.length / most);
  const count = Math.min(most, written.length);
  return Array.from({ length: count }, (_, i) => written[Math.floor(i * step)]);
}

function ascending(a: number, b: number): number {
  return a - b;
}
