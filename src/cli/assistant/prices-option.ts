import type { Price, Prices } from '../../node/llm/cost';
import { UsageError } from '../usage-error';

/** `{"NAME": {"input": 0.15, "output": 0.6}}`, as the setting `oddline.assistant.prices` has it. @throws UsageError */
export function pricesOf(value: string): Prices {
  const prices = parsed(value);
  if (isRecord(prices) && Object.values(prices).every(isPrice)) return prices as Prices;
  throw new UsageError({
    pattern: '{0} takes JSON such as {1}: what a million tokens cost, by the name of the model. It was {2}.',
    values: ['--prices', '{"gpt-*": {"input": 0.15, "output": 0.6}}', value.slice(0, longestShown)],
  });
}

const longestShown = 200;

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function isPrice(value: unknown): value is Price {
  if (!isRecord(value)) return false;
  const { input, output } = value;
  return isAmount(input) && isAmount(output);
}

const isAmount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
