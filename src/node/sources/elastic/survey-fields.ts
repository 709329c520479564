import type { SurveyField } from '../../../protocol/survey';
import type { ElasticClient } from './elastic-client';
import { fieldTypes, isCountable, typesIn } from './field-types';

/** A field as people know it, and the one of its twins that can be counted by. */
export interface CountedField {
  readonly name: string;
  readonly field: string;
}

const levelNames = ['log.level', 'level', 'severity', 'severity_text', 'loglevel', 'log_level', 'levelname'];
/** Who wrote an entry, the more telling first. */
const placeNames = [
  'service.name',
  'resource.attributes.service.name',
  'kubernetes.container.name',
  'kubernetes.labels.app',
  'kubernetes.namespace',
  'container.name',
  'app',
  'application',
  'host.name',
  'host',
  'event.dataset',
];
const mostPlaces = 2;
const mostFields = 500;

export interface SurveyFields {
  readonly level: CountedField | null;
  readonly by: readonly CountedField[];
  /** Of those that were asked for, the ones that cannot be counted by. */
  readonly uncounted: readonly string[];
  readonly fields: readonly SurveyField[];
}

/** `by` [] leaves the choice to us. */
export async function surveyFields(
  client: ElasticClient,
  index: string,
  by: readonly string[],
): Promise<SurveyFields> {
  const types = await fieldTypes(client, index, ['*']);
  const counted = (name: string): CountedField[] => {
    const field = [name, `${name}.keyword`].find((one) => isCountable(types.get(one)));
    return field === undefined ? [] : [{ name, field }];
  };
  const fields = [...types].map(([name, kinds]) => ({
    name,
    type: typesIn(kinds).join(', '),
    cardinality: null,
  }));
  return {
    level: levelNames.flatMap(counted)[0] ?? null,
    by: by.length > 0 ? by.flatMap(counted) : placeNames.flatMap(counted).slice(0, mostPlaces),
    uncounted: by.filter((name) => counted(name).length === 0),
    fields: fields.sort((one, other) => (one.name < other.name ? -1 : 1)).slice(0, mostFields),
  };
}
