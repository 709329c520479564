import { InputError } from '../../../protocol/input-error';
import { isObject } from '../http/answers';
import { type ElasticClient, indexPath } from './elastic-client';

/** What the server knows of each field of an index pattern: by type, since indexes may differ. Throws InputError where no index fits. */
export async function fieldTypes(
  client: ElasticClient,
  index: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const parameters = new URLSearchParams({ fields: names.join(',') });
  const path = `/${indexPath(index)}/_field_caps?${parameters}`;
  const { indices, fields } = await client.json({ method: 'GET', path });
  if (Array.isArray(indices) && indices.length === 0) throw noIndexFits(index);
  const types = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [name, kinds] of Object.entries(isObject(fields) ? fields : {})) {
    if (isObject(kinds) && !isOfServer(name, kinds)) types.set(name, kinds);
  }
  return types;
}

export function typesIn(kinds: unknown): readonly string[] {
  return isObject(kinds) ? Object.keys(kinds) : [];
}

/** Whether values of it can be counted, in all indexes that have it. */
export function isCountable(kinds: unknown): boolean {
  const all = isObject(kinds) ? Object.values(kinds) : [];
  return all.length > 0 && all.every((kind) => isObject(kind) && kind.aggregatable === true);
}

/** `_seq_no` and its kin; objects, which have no value themselves. */
function isOfServer(name: string, kinds: Readonly<Record<string, unknown>>): boolean {
  if (Object.values(kinds).some((kind) => isObject(kind) && kind.metadata_field === true)) return true;
  if (name.startsWith('_')) return true;
  return typesIn(kinds).every((type) => type === 'object' || type === 'nested');
}

function noIndexFits(index: string): InputError {
  return new InputError({
    code: 'elastic-no-index',
    sentence: {
      pattern: 'No index fits {0}. Check the index pattern; * stands for any letters, as in logs-*.',
      values: [index.slice(0, 200)],
    },
  });
}
