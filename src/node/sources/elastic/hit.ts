import type { NsText } from '../../../protocol/log-source';
import { isObject } from '../http/answers';
import { nsOfText } from './clock-text';

/** One document as a search gives it. */
export interface Hit {
  readonly time: NsText;
  /** The same for the same document in all answers, and of no other. */
  readonly key: string;
  readonly index: string;
  readonly id: string;
  /** Where it stands among those of its time, see `sortBy`. */
  readonly tie: number;
  /** Null where it was not asked for. */
  readonly source: Readonly<Record<string, unknown>> | null;
}

/** Null where the document has no time: then it is none of the span either. */
export function hitOf(value: unknown, timeField: string): Hit | null {
  if (!isObject(value)) return null;
  const { _index, _id, _routing, _source, fields, sort } = value;
  const times = isObject(fields) ? fields[timeField] : undefined;
  const time = Array.isArray(times) ? nsOfText(String(times[0])) : null;
  if (time === null) return null;
  return {
    time,
    // A name of an index has no blanks. Where documents are routed by hand, one id may stand in two shards.
    key: _routing === undefined ? `${_index} ${_id}` : `${_index} ${_id} ${_routing}`,
    index: String(_index),
    id: String(_id),
    tie: Array.isArray(sort) && typeof sort[1] === 'number' ? sort[1] : 0,
    source: isObject(_source) ? _source : null,
  };
}

/** The value at a path, whether its names are nested, dotted, or both. */
export function valueAt(source: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(source, path)) return source[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const inner = Object.hasOwn(source, path.slice(0, dot)) ? source[path.slice(0, dot)] : undefined;
    if (!isObject(inner)) continue;
    const value = valueAt(inner, path.slice(dot + 1));
    if (value !== undefined) return value;
  }
  return undefined;
}
