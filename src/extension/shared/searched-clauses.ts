import type { FilterTest, SearchPattern } from '../../engine/filter/filter';
import { fieldPattern } from '../../node/search/field-pattern';
import type { FoundInLog } from '../../node/search/found-in-log';
import type { SearchClient } from '../../node/search/search-client';
import type { LinesDescriptor } from '../../protocol/log-lines';
import type { SearchProgress } from '../../protocol/search';
import { enabledClauses, type Showing } from './shown-request';

/** Clauses somebody switches on and off again; a bitmap takes an eighth of a byte a line. */
const mostKept = 8;

/** The lines that match each searching clause; what was found before is found again only in what was appended since. */
export class SearchedClauses {
  /** By pattern, least recently asked for first. */
  private readonly found = new Map<string, FoundInLog>();

  constructor(
    private readonly client: Pick<SearchClient, 'search'>,
    private readonly onProgress: (progress: SearchProgress) => void,
  ) {}

  /** Of each enabled clause that searches (`ShownLinesRequest.searched`), in order. Rejects with InputError, or with the signal's reason. */
  async search(
    reading: Showing,
    sources: readonly LinesDescriptor[],
    signal: AbortSignal,
  ): Promise<ArrayBuffer[]> {
    const lines: ArrayBuffer[] = [];
    for (const { test } of enabledClauses(reading)) {
      const pattern = patternOf(test);
      if (pattern) lines.push((await this.searchOne(pattern, sources, signal)).lines);
    }
    return lines;
  }

  private async searchOne(
    pattern: SearchPattern,
    sources: readonly LinesDescriptor[],
    signal: AbortSignal,
  ): Promise<FoundInLog> {
    const key = JSON.stringify([pattern.kind, pattern.text, pattern.caseSensitive, pattern.wholeWord]);
    const { onProgress } = this;
    const former = this.found.get(key);
    const found = await this.client.search({ pattern, sources }, { signal, onProgress, former });
    this.found.delete(key);
    this.found.set(key, found);
    for (const old of this.found.keys()) if (this.found.size > mostKept) this.found.delete(old);
    return found;
  }
}

/** What must stand in a line for its record to fit. */
function patternOf(test: FilterTest): SearchPattern | undefined {
  if (test.kind === 'search') return test.pattern;
  return test.kind === 'field' ? fieldPattern(test.value) : undefined;
}
