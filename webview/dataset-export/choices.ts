import type { DatasetChoices } from '../../src/protocol/dataset';
import { formatChoices } from './formats';

export const limits = { windows: 100_000, share: 1000, tokens: 10_000_000, seed: 2_147_483_647 } as const;

/** What the page kept, held to what it may be: an older version of it may have kept it. */
export function keptChoices(value: unknown, usual: DatasetChoices): DatasetChoices {
  if (typeof value !== 'object' || value === null) return usual;
  const kept = value as Partial<Record<keyof DatasetChoices, unknown>>;
  const flag = (name: 'takesFindings' | 'labelledOnly' | 'balances' | 'redacts' | 'drafts') =>
    typeof kept[name] === 'boolean' ? kept[name] : usual[name];
  const format = formatChoices().find(({ name }) => name === kept.format)?.name;
  return {
    format: format ?? usual.format,
    unit: unitOf(kept.unit) ?? usual.unit,
    shares: sharesOf(kept.shares) ?? usual.shares,
    language: kept.language === 'en' || kept.language === 'zh' ? kept.language : usual.language,
    maxTokens: isWithin(kept.maxTokens, 1, limits.tokens) ? kept.maxTokens : null,
    seed: isWithin(kept.seed, 0, limits.seed) ? kept.seed : usual.seed,
    splitBy: kept.splitBy === 'random' || kept.splitBy === 'time' ? kept.splitBy : usual.splitBy,
    takesFindings: flag('takesFindings'),
    labelledOnly: flag('labelledOnly'),
    balances: flag('balances'),
    redacts: flag('redacts'),
    drafts: flag('drafts'),
  };
}

function unitOf(value: unknown): DatasetChoices['unit'] | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'sessions') return { kind: 'sessions' };
  const { least, most } = value as { readonly least?: unknown; readonly most?: unknown };
  if (!isWithin(least, 1, limits.windows) || !isWithin(most, least, limits.windows)) return undefined;
  return { kind: 'windows', least, most };
}

function sharesOf(value: unknown): DatasetChoices['shares'] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { train, validation, test } = value as Readonly<Record<string, unknown>>;
  if (!isWithin(train, 1, limits.share)) return undefined;
  if (!isWithin(validation, 0, limits.share) || !isWithin(test, 0, limits.share)) return undefined;
  return { train, validation, test };
}

/** Whole, and within both. */
export function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}
