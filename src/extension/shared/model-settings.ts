import * as vscode from 'vscode';
import type { Price, Prices } from '../../node/llm/cost';

/** What `oddline.assistant.*` says; all of machine scope, so that no workspace changes who is asked. */
export interface ModelSettings {
  readonly provider: 'endpoint' | 'vscode';
  /** Empty where none is set up. */
  readonly endpoint: string;
  readonly model: string;
  readonly temperature: number;
  readonly maxAnswerTokens: number;
  readonly contextTokens: number;
  readonly maxRounds: number;
  readonly timeoutSeconds: number;
  readonly prices: Prices;
  readonly currency: string;
}

export type ModelChoice = Pick<ModelSettings, 'provider' | 'endpoint' | 'model'>;

/** Read anew for every question: people change them between two. Values out of bounds fall back to the nearest that is within. */
export function modelSettings(): ModelSettings {
  const configuration = vscode.workspace.getConfiguration('oddline');
  const text = (name: string, longest: number) => {
    const value = configuration.get<unknown>(name);
    return typeof value === 'string' && value.length <= longest ? value.trim() : '';
  };
  const number = (name: string, usual: number, least: number, most: number) => {
    const value = configuration.get<unknown>(name);
    return typeof value === 'number' && Number.isFinite(value)
      ? Math.min(most, Math.max(least, value))
      : usual;
  };
  return {
    provider: configuration.get<unknown>('assistant.provider') === 'vscode' ? 'vscode' : 'endpoint',
    endpoint: text('assistant.endpoint', 2000),
    model: text('assistant.model', 300),
    temperature: number('assistant.temperature', 0.1, 0, 2),
    maxAnswerTokens: Math.round(number('assistant.maxAnswerTokens', 2000, 200, 100_000)),
    contextTokens: Math.round(number('assistant.contextTokens', 16_000, 2000, 1_000_000)),
    maxRounds: Math.round(number('assistant.maxRounds', 8, 0, 30)),
    timeoutSeconds: number('assistant.timeoutSeconds', 120, 5, 3600),
    prices: pricesOf(configuration.get<unknown>('assistant.prices')),
    currency: text('assistant.currency', 10) || 'USD',
  };
}

export function isChosen({ provider, endpoint, model }: ModelChoice): boolean {
  return model !== '' && (provider === 'vscode' || endpoint !== '');
}

export async function setModel({ provider, endpoint, model }: ModelChoice): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('oddline');
  const { Global } = vscode.ConfigurationTarget;
  if (provider === 'endpoint') await configuration.update('assistant.endpoint', endpoint, Global);
  await configuration.update('assistant.model', model, Global);
  await configuration.update('assistant.provider', provider, Global);
}

function pricesOf(value: unknown): Prices {
  if (typeof value !== 'object' || value === null) return {};
  const prices: Record<string, Price> = {};
  for (const [name, price] of Object.entries(value)) {
    const { input, output } = (price ?? {}) as Partial<Record<'input' | 'output', unknown>>;
    if (isPrice(input) && isPrice(output)) prices[name] = { input, output };
  }
  return prices;
}

function isPrice(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
