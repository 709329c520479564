import {
  type LogQuery,
  selectorOf,
  withFirstStage,
  withLineFilter,
  withMatcher,
  withoutPipeline,
} from '../../../engine/logql/log-query';
import { quoted } from '../../../engine/logql/scan-text';
import { isObject, jsonObject } from '../http/answers';
import type { Counts } from './counts';
import type { LokiClient } from './loki-client';
import { msNs } from './times';

/** A part of the entries of one millisecond. */
export interface Piece {
  readonly query: LogQuery;
  /** Null: not counted. */
  readonly count: number | null;
  /** Places of its text by which it was split already: every other one counts from the start. */
  readonly place: number;
  /** What did not part it. */
  readonly tried: 'nothing' | 'labels' | 'everything';
}

/** A part that holds nearly all is none. */
const largestShare = 0.6;
const barelyShare = 0.98;
const mostPlaces = 100;
const mostValues = 100;
/** Those that begin with two underscores are the server's own. */
const plainName = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;
const ownLabel = 'oddline_split';

/** By the label of its streams that has most values. Null where all are of one stream, or it does not count by it. */
export async function byLabels(
  piece: Piece,
  from: bigint,
  client: LokiClient,
  counts: Counts,
  most: number,
): Promise<Piece[] | null> {
  const label = await mostVaried(piece.query, from, client);
  if (label === null) return null;
  // Its own stages may change labels; a selector asks for what the streams have.
  const values = await counts.byLabel(withoutPipeline(piece.query), label, from + msNs, 1n);
  if (values === null || values.size < 2) return null;
  const groups = grouped(values, most);
  // Together they would be the same piece again.
  const parts = groups.length > 1 ? groups : grouped(values, 0);
  return parts.map(({ keys, count }) => ({
    query: withMatcher(piece.query, `${label}=~${quoted(keys.map(escaped).join('|'))}`),
    count,
    place: 0,
    tried: 'nothing',
  }));
}

async function mostVaried(query: LogQuery, from: bigint, client: LokiClient): Promise<string | null> {
  const time = { start: `${from}`, end: `${from + msNs}` };
  const answer = await client.quickly('/series', { 'match[]': selectorOf(query), ...time });
  const { data } = answer.status === 200 ? jsonObject(answer, client.source) : { data: [] };
  const values = new Map<string, Set<string>>();
  for (const stream of Array.isArray(data) ? data.filter(isObject) : []) {
    for (const [name, value] of Object.entries(stream)) {
      const known = values.get(name) ?? new Set();
      values.set(name, known.add(String(value)));
    }
  }
  const names = [...values.keys()].filter((name) => plainName.test(name)).sort();
  const best = names.reduce((a, b) => (values.get(b)!.size > (values.get(a)?.size ?? 1) ? b : a), '');
  return best === '' ? null : best;
}

/** By the character at one place of the text, from its end or its start. Null where no place tells them apart. */
export async function byCharacters(
  piece: Piece,
  from: bigint,
  counts: Counts,
  most: number,
): Promise<Piece[] | null> {
  let best: { place: number; values: Map<string, number>; share: number } | null = null;
  for (let place = piece.place; place < mostPlaces; place++) {
    const values = await charactersAt(piece.query, place, from, counts);
    if (values === null) continue;
    const share = shareOfLargest(values, piece.count);
    if (share < (best?.share ?? barelyShare)) best = { place, values, share };
    if (share <= largestShare) break;
  }
  return best && partsOf(piece, best.place, best.values, most);
}

/** Counted by the whole query, or, where that cannot be, by its selector and the filters of the splits. */
async function charactersAt(query: LogQuery, place: number, from: bigint, counts: Counts) {
  const stage = `| regexp ${quoted(atPlace(`(?P<${ownLabel}>.)`, place))}`;
  const whole = await counts.byLabel(withFirstStage(query, stage), ownLabel, from + msNs, 1n);
  if (whole !== null && whole.size > 1) return whole;
  return counts.byLabel(withFirstStage(withoutPipeline(query), stage), ownLabel, from + msNs, 1n);
}

function shareOfLargest(values: ReadonlyMap<string, number>, count: number | null): number {
  const all = [...values.values()];
  const sum = all.reduce((total, value) => total + value, 0);
  return Math.max(0, ...all) / Math.max(1, sum, count ?? 0);
}

/** The last part is of all texts that have none of the characters there, whatever they have. */
function partsOf(piece: Piece, place: number, values: ReadonlyMap<string, number>, most: number): Piece[] {
  const known = new Map([...values].filter(([character]) => character !== ''));
  const next = { place: place + 1, tried: 'labels' } as const;
  const parts: Piece[] = grouped(known, most).map(({ keys, count }) => ({
    ...next,
    query: withLineFilter(piece.query, '|~', atPlace(oneOf(keys), place)),
    count,
  }));
  const rest = withLineFilter(piece.query, '!~', atPlace(oneOf([...known.keys()]), place));
  return [...parts, { ...next, query: rest, count: values.get('') ?? 0 }];
}

function oneOf(characters: readonly string[]): string {
  return `[${characters.map((character) => `\\x{${character.codePointAt(0)!.toString(16)}}`).join('')}]`;
}

/** Every other place counts from the start of the text: what varies often stands at one of its ends. */
function atPlace(character: string, place: number): string {
  const apart = place >> 1;
  return place % 2 === 0 ? `(?s)${character}.{${apart}}$` : `(?s)^.{${apart}}${character}`;
}

/** Keys in order, together while they hold no more than `most`. */
function grouped(values: ReadonlyMap<string, number>, most: number): { keys: string[]; count: number }[] {
  const groups: { keys: string[]; count: number }[] = [];
  for (const [key, count] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = groups.at(-1);
    if (last && last.count + count <= most && last.keys.length < mostValues) {
      last.keys.push(key);
      last.count += count;
    } else groups.push({ keys: [key], count });
  }
  return groups;
}

function escaped(value: string): string {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
