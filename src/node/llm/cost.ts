/** What a million tokens cost, in whatever currency. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** By the name of a model; `*` at the end of a name stands for anything. The setting `oddline.assistant.prices`. */
export type Prices = Readonly<Record<string, Price>>;

const million = 1e6;

/** Null where no price of the model is set. The name itself comes first, then the longest beginning. */
export function costOf(
  model: string,
  usage: { readonly promptTokens: number; readonly answerTokens: number },
  prices: Prices,
): number | null {
  const price = priceOf(model, prices);
  return price && (usage.promptTokens * price.input + usage.answerTokens * price.output) / million;
}

function priceOf(model: string, prices: Prices): Price | null {
  if (Object.hasOwn(prices, model)) return prices[model] ?? null;
  const fitting = Object.keys(prices).filter(
    (name) => name.endsWith('*') && model.startsWith(name.slice(0, -1)),
  );
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  return longest === undefined ? null : (prices[longest] ?? null);
}
