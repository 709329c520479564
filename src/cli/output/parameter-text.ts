import type { NumberSummary, ParameterSummary } from '../../engine/model/analysis';
import type { Tell } from '../../protocol/overview';
import { counted, grouped } from '../../protocol/sentence';

/** One line on the values of a parameter: how many, between what, the commonest. */
export function parameterText(parameter: ParameterSummary, tell: Tell): string {
  const { type, numbers, top } = parameter;
  const parts = [distinctText(parameter, tell)];
  if (numbers !== null) parts.push(rangeText(numbers, tell));
  else if (top.length > 0)
    parts.push(top.map(({ value, count }) => `${value} (${grouped(count)})`).join(', '));
  return `<${type}>  ${parts.join(': ')}`;
}

function distinctText({ distinct, distinctIsExact }: ParameterSummary, tell: Tell): string {
  if (distinctIsExact) return tell(counted(distinct, '1 value', '{0} values'));
  return tell({ pattern: 'at least {0} values', values: [grouped(distinct)] });
}

function rangeText({ unit, min, p50, p99, max }: NumberSummary, tell: Tell): string {
  const shown = [min, max, p50, p99].map(
    (value) => `${Number(value.toPrecision(6))}${unit === null ? '' : ` ${unit}`}`,
  );
  if (min === max) return shown[0];
  return tell({ pattern: '{0} to {1}, median {2}, 99 % up to {3}', values: shown });
}
