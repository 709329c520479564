import type { LokiQuery } from '../../../src/protocol/log-source';

/** `limit` null: all. */
export const lokiQuery = (
  logql: string,
  from: bigint,
  until: bigint,
  limit: number | null = null,
): LokiQuery => ({
  kind: 'loki',
  logql,
  span: { from: `${from}`, until: `${until}` },
  limit,
});
