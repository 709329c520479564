import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { SourceReader } from '../source-reader';
import { checkQuery } from './check';
import { estimateQuery } from './estimate';
import { fetchEntries } from './fetch';
import { fieldNames, fieldValues } from './names';
import { tailEntries } from './tail';
import { testServer } from './verdict';

/** Elasticsearch from 7.10 and OpenSearch from 2.4. */
export const elasticReader: SourceReader<ElasticSource, ElasticQuery> = {
  test: testServer,
  estimate: estimateQuery,
  fetch: fetchEntries,
  tail: tailEntries,
  check: checkQuery,
  names: fieldNames,
  values: fieldValues,
};
