import { openSearchMissing } from '../../../scripts/live/build-opensearch.mjs';
import { type LiveOpenSearch, startOpenSearch } from '../../../scripts/live/opensearch.mjs';
import { send } from './documents';

/** One server for all tests of a file, and the indexes they make. */
export interface LiveServer {
  readonly url: string;
  /** Null where it is somebody else's (ELASTIC_URL): it is not killed. */
  readonly own: LiveOpenSearch | null;
  /** A name nobody else uses, for an index that is removed at the end. */
  index(name: string): string;
  end(): Promise<void>;
}

export const missing = openSearchMissing();
export const isOwn = process.env.ELASTIC_URL === undefined;

export async function liveServer(): Promise<LiveServer> {
  const given = process.env.ELASTIC_URL?.replace(/\/+$/, '');
  const own = given === undefined ? await startOpenSearch() : null;
  const url = given ?? own?.url ?? '';
  const made = new Set<string>();
  return {
    url,
    own,
    index(name) {
      const index = `oddline-live-${process.pid}-${name}`;
      made.add(index);
      return index;
    },
    async end() {
      if (own) return own.end();
      for (const index of made) await send(url, 'DELETE', `/${index}?ignore_unavailable=true`);
    },
  };
}
