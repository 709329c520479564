import { durationNs } from '../../../engine/logql/durations';
import { isObject, jsonObject } from '../http/answers';
import type { LokiClient } from './loki-client';

/** What a tenant may ask, as far as its server tells (3.6 and later). */
export interface TenantLimits {
  readonly version: string | null;
  readonly mostEntries: number | null;
  /** Nanoseconds back from now; what is older is left out of answers without a word. Null: no such limit. */
  readonly lookbackNs: bigint | null;
}

export async function tenantLimits(client: LokiClient): Promise<TenantLimits | null> {
  // Where tenants are not kept apart, all is that of the tenant `fake`, and this path alone wants to hear so.
  const headers = client.source.tenant === null ? { 'X-Scope-OrgID': 'fake' } : {};
  const answer = await client.quickly('/drilldown-limits', {}, headers).catch(() => null);
  if (answer?.status !== 200) return null;
  const { limits, version } = jsonObject(answer, client.source);
  if (!isObject(limits)) return null;
  const most = Number(limits.max_entries_limit_per_query);
  const lookback = durationNs(String(limits.max_query_lookback));
  return {
    version: typeof version === 'string' && version !== '' ? version : null,
    mostEntries: most > 0 ? most : null,
    lookbackNs: lookback !== null && lookback > 0n ? lookback : null,
  };
}
