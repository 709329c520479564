import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import type { SourceReader } from '../source-reader';
import { estimateFetch } from './estimate';
import { fetchEntries } from './fetch';
import { labelNames, labelValues } from './names';
import { checkQuery } from './query-check';
import { tailEntries } from './tail';
import { verdictOn } from './verdict';

export const lokiReader: SourceReader<LokiSource, LokiQuery> = {
  test: verdictOn,
  estimate: estimateFetch,
  fetch: fetchEntries,
  tail: tailEntries,
  check: checkQuery,
  names: labelNames,
  values: labelValues,
};
