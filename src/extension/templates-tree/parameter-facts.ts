import type { NumberSummary, ParameterSummary } from '../../engine/model/analysis';
import type { Sentence } from '../../engine/model/finding';
import { quantityText } from '../../protocol/quantity-text';
import { counted, grouped } from '../../protocol/sentence';

/** `3 values`, `at least 1,000 values`. */
export function distinctFact({ distinct, distinctIsExact }: ParameterSummary): Sentence {
  if (distinctIsExact) return counted(distinct, '1 value', '{0} values');
  return { pattern: 'at least {0} values', values: [grouped(distinct)] };
}

/** The two that stand in the row: from where to where, and the middle. */
export function rangeFacts({ min, max, p50, unit }: NumberSummary): readonly Sentence[] {
  return [
    { pattern: '{0} … {1}', values: [quantityText(min, unit), quantityText(max, unit)] },
    { pattern: 'median {0}', values: [quantityText(p50, unit)] },
  ];
}

/** From the smallest to the largest, one a row. */
export function quantileFacts({ min, p50, p90, p99, max, unit }: NumberSummary): readonly Sentence[] {
  const shown = (value: number) => [quantityText(value, unit)];
  return [
    { pattern: 'smallest {0}', values: shown(min) },
    { pattern: 'median {0}', values: shown(p50) },
    { pattern: '90 % up to {0}', values: shown(p90) },
    { pattern: '99 % up to {0}', values: shown(p99) },
    { pattern: 'largest {0}', values: shown(max) },
  ];
}
