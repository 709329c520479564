import type {
  ElasticQuery,
  ElasticSource,
  HttpLogSource,
  LokiQuery,
  LokiSource,
} from '../../protocol/log-source';
import type { SourceSurveyor } from './source-surveyor';

interface Surveyed {
  readonly loki: { readonly source: LokiSource; readonly query: LokiQuery };
  readonly elastic: { readonly source: ElasticSource; readonly query: ElasticQuery };
}

type Surveyors = {
  readonly [Kind in keyof Surveyed]: () => Promise<
    SourceSurveyor<Surveyed[Kind]['source'], Surveyed[Kind]['query']>
  >;
};

/** Loaded with the first survey of the kind. */
const surveyors: Surveyors = {
  loki: async () => (await import('./loki/survey')).lokiSurveyor,
  elastic: async () => (await import('./elastic/survey')).elasticSurveyor,
};

/** Its queries are of the source's kind: who asks checks that. */
export async function surveyorFor(
  source: HttpLogSource,
): Promise<SourceSurveyor<HttpLogSource, LokiQuery | ElasticQuery>> {
  return (await surveyors[source.kind]()) as unknown as SourceSurveyor<
    HttpLogSource,
    LokiQuery | ElasticQuery
  >;
}
