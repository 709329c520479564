import type { LabelledGroup } from './labelled-groups';

/** Labels that must stand on one side of a measure together, since they speak of one template. */
export type Unit = readonly LabelledGroup[];

/** In the order of their first groups. */
export function unitsOf(groups: readonly LabelledGroup[]): Unit[] {
  const units = new Map<string, LabelledGroup[]>();
  for (const group of groups) {
    const own = units.get(group.unit) ?? [];
    units.set(group.unit, own);
    own.push(group);
  }
  return [...units.values()];
}

export function hasVerdict(unit: Unit, isAnomalous: boolean): boolean {
  return unit.some((group) => group.isAnomalous === isAnomalous);
}

/** Which fold each unit is of: those with an anomalous group in turn, and the others, so that each fold has its share of both. */
export function foldsOf(units: readonly Unit[], folds: number): number[] {
  const next = [0, 0];
  return units.map((unit) => next[hasVerdict(unit, true) ? 1 : 0]++ % folds);
}
