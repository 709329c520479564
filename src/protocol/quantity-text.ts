import type { NumberSummary } from '../engine/model/analysis';
import { grouped } from './sentence';

interface Scale {
  readonly from: number;
  readonly unit: string;
}

/** The largest that leaves a number of at least 1. */
const scales: Readonly<Record<'s' | 'B', readonly Scale[]>> = {
  s: [
    { from: 1, unit: 's' },
    { from: 1e-3, unit: 'ms' },
    { from: 1e-6, unit: 'µs' },
    { from: 1e-9, unit: 'ns' },
  ],
  B: [
    { from: 1e12, unit: 'TB' },
    { from: 1e9, unit: 'GB' },
    { from: 1e6, unit: 'MB' },
    { from: 1e3, unit: 'kB' },
    { from: 1, unit: 'B' },
  ],
};
const digits = 4;

/** A number of a parameter's summary as people write it: `1,204`, `3 ms`, `1.5 MB`. Integers keep all their digits. */
export function quantityText(value: number, unit: NumberSummary['unit']): string {
  if (unit === null) return numberText(value);
  const all = scales[unit];
  const scale = all.find(({ from }) => Math.abs(value) >= from) ?? { from: 1, unit };
  return `${numberText(value / scale.from)} ${scale.unit}`;
}

function numberText(value: number): string {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(digits));
  return Number.isInteger(shown) ? grouped(shown) : String(shown);
}
