import type { Sentence } from '../../../engine/model/finding';
import { isObject } from '../http/answers';
import { causesIn, wordsOf } from './elastic-fault';

/** A server that was started again answers before it has all its shards: so often it is asked for the rest, before it goes without. */
export const wholeTries = 20;
/** One that stops at its own limit of time may be faster with what it has read by then; a cluster may come back. */
const mostTimeouts = 3;
export const shardWaitMs = 1_000;

/** What asking again does not mend: an index in which a field is of another type, a script that fails. */
const lasting = ['query_shard_exception', 'illegal_argument_exception', 'script_exception'];

/** Shards that gave nothing, and why. */
export interface ShardFailures {
  readonly kinds: ReadonlySet<string>;
  readonly words: string;
  /** Worth it, as long as fewer tries than these were made. */
  readonly tries: number;
  readonly sentence: Sentence;
}

/** Null where all shards answered. Those that no node has at the moment are not among the failed ones, only fewer succeed. */
export function shardFailures(body: Readonly<Record<string, unknown>>): ShardFailures | null {
  const { _shards, timed_out } = body;
  if (timed_out === true) return stopped;
  const skipped = clusterFailures(body);
  if (!isObject(_shards) || typeof _shards.total !== 'number') return skipped;
  const { total } = _shards;
  const successful = Number(_shards.successful);
  if (!(successful < total)) return skipped;
  const causes = causesIn({ error: { failed_shards: _shards.failures } });
  const kinds = new Set(causes.map(({ type }) => String(type)));
  const words = wordsOf(causes) || '–';
  const tries = lasting.some((kind) => kinds.has(kind)) ? 1 : wholeTries;
  return { kinds, words, tries, sentence: missingShards(successful, total, words) };
}

/**
 * Null where all clusters of a pattern across several answered in full. One that is away is passed over where it is set to be
 * (`skip_unavailable`), and its shards are counted nowhere. A point in time knows nothing of it: only a search by the pattern tells.
 */
export function clusterFailures({ _clusters }: Readonly<Record<string, unknown>>): ShardFailures | null {
  if (!isObject(_clusters) || typeof _clusters.total !== 'number') return null;
  const successful = Number(_clusters.successful);
  if (!(successful < _clusters.total)) return null;
  const sentence = {
    pattern:
      'Only {0} of {1} clusters of the index pattern answered in full: entries of the others are missing. Look after them, then ask again.',
    values: [successful, _clusters.total],
  };
  return { kinds: new Set(['clusters']), words: '', tries: mostTimeouts, sentence };
}

/** Whether less at once would do: a server's memory, or its limit of hits. */
export function isTooMuchAtOnce({ kinds, words }: Pick<ShardFailures, 'kinds' | 'words'>): boolean {
  return kinds.has('circuit_breaking_exception') || words.startsWith('Result window is too large');
}

const stopped: ShardFailures = {
  kinds: new Set(['timeout']),
  words: '',
  tries: mostTimeouts,
  sentence: {
    pattern:
      'The server stopped searching at its own limit of time: entries are missing. Ask for a shorter time range.',
    values: [],
  },
};

function missingShards(successful: number, total: number, words: string): Sentence {
  return {
    pattern:
      'Only {0} of {1} shards of the server answered ({2}): entries of the others are missing. Look after the server, then ask again.',
    values: [successful, total, words],
  };
}
