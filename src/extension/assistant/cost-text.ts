import { costOf } from '../../node/llm/cost';
import { formatNumber } from '../shared/localise';
import type { ModelSettings } from '../shared/model-settings';

/** `0.009 USD`; empty where no price is set for the model. */
export function costText(
  tokens: { readonly promptTokens: number; readonly answerTokens: number },
  { model, prices, currency }: ModelSettings,
): string {
  const cost = costOf(model, tokens, prices);
  if (cost === null) return '';
  return `${formatNumber(Number(cost.toPrecision(2)))} ${currency}`;
}
