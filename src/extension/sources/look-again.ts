import type { LogSource } from '../../protocol/log-source';
import type { SourceVerdict } from '../../protocol/sources';
import type { Fetched } from '../shared/remote-logs';

/** What is known of the sources that are set up. */
export interface KnownHealth {
  /** Undefined: nobody asked yet. */
  isWell(name: string): boolean | undefined;
  answered(name: string, verdict: SourceVerdict): void;
}

/**
 * What a list says of a source must not be older than what was just seen: where a fetch went otherwise, the source is asked how it is. Of a
 * query that is wrong it then says that it is well. Commands are not run for that.
 */
export async function lookAgain(
  { source, isWell }: Fetched,
  known: KnownHealth,
  kept: (name: string) => LogSource | undefined,
  test: (source: LogSource, signal: AbortSignal) => Promise<SourceVerdict>,
): Promise<void> {
  // What was picked of what runs here stands in no list.
  if (kept(source.name)?.kind !== source.kind || !('url' in source)) return;
  if (known.isWell(source.name) === isWell) return;
  const verdict = await test(source, new AbortController().signal).catch(() => undefined);
  if (verdict) known.answered(source.name, verdict);
}
