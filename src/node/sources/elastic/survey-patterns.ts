import type { Sentence } from '../../../engine/model/finding';
import type { ElasticQuery } from '../../../protocol/log-source';
import type { SurveyPattern } from '../../../protocol/survey';
import { isObject } from '../http/answers';
import { type ElasticClient, indexPath } from './elastic-client';
import { filtersOf } from './elastic-query';
import { type ElasticServer, isAtLeast } from './elastic-server';
import { termsIn } from './names';
import type { CountedField } from './survey-fields';

export interface PatternsAsked {
  readonly client: ElasticClient;
  readonly server: ElasticServer;
  readonly query: ElasticQuery;
  readonly time: string;
  readonly message: string;
  readonly level: CountedField | null;
  /** Values of it that occur. */
  readonly levels: readonly string[];
  readonly entries: number;
}

export interface PatternsFound {
  readonly patterns: readonly SurveyPattern[];
  readonly notes: readonly Sentence[];
}

/** As many entries are grouped: more cost the server memory and tell little more. */
const sampled = 100_000;
/** Of each shard. */
const sampledByShard = 5_000;
const mostPatterns = 100;
const mostWords = 30;
/** The same entries each time. */
const seed = 1;
/** `categorize_text` is part of what these pay for, and of its trial. */
const paid = ['platinum', 'enterprise', 'trial'];
const bad = /^(?:f|e|c|a|fatal|panic|emerg\w*|alert|crit\w*|err\w*|severe|[0-3])$/i;

/** Elasticsearch groups texts where its licence allows; OpenSearch tells the words that stand out. */
export async function patternsOf(asked: PatternsAsked): Promise<PatternsFound> {
  if (asked.entries === 0) return { patterns: [], notes: [] };
  if (asked.server.product === 'opensearch') return significantWords(asked);
  const licence = await licenceOf(asked.client);
  if (!isAtLeast(asked.server, 7, 16) || !paid.includes(licence))
    return { patterns: [], notes: [noGroups(licence)] };
  return categories(asked);
}

async function licenceOf(client: ElasticClient): Promise<string> {
  const { license } = await client.json({ method: 'GET', path: '/_license' });
  if (!isObject(license) || license.status !== 'active') return 'none';
  return String(license.type).slice(0, 40);
}

async function categories(asked: PatternsAsked): Promise<PatternsFound> {
  const share = sampled / asked.entries;
  const isSampled = share < 0.5 && isAtLeast(asked.server, 8, 2);
  const groups = { categorize_text: { field: asked.message, size: mostPatterns } };
  // The server multiplies counts of a sample by what was left out.
  const sampler = isSampled
    ? { random_sampler: { probability: share, seed } }
    : { sampler: { shard_size: sampled } };
  const inner = await aggregated(asked, { sample: { ...sampler, aggs: { groups } } });
  const patterns = termsIn(inner.sample, 'groups').map(({ name, count }) => patternOf(name, count));
  return { patterns, notes: isSampled || asked.entries > sampled ? [fromSample(sampled)] : [] };
}

/** Words that are more frequent in what is bad (or in the span, where nothing is) than in the index. */
async function significantWords(asked: PatternsAsked): Promise<PatternsFound> {
  const words = {
    significant_text: {
      field: asked.message,
      size: mostWords,
      filter_duplicate_text: true,
      min_doc_count: 3,
    },
  };
  const sample = { sampler: { shard_size: sampledByShard }, aggs: { words } };
  const inner = await aggregated(asked, { sample }, badOnly(asked));
  const patterns = termsIn(inner.sample, 'words').map(({ name, count }) => patternOf(name, count));
  return { patterns, notes: [wordsOnly()] };
}

function badOnly({ level, levels }: PatternsAsked): object[] {
  const values = levels.filter((value) => bad.test(value));
  return level === null || values.length === 0 ? [] : [{ terms: { [level.field]: values } }];
}

async function aggregated(
  { client, query, time }: PatternsAsked,
  aggs: object,
  more: readonly object[] = [],
): Promise<Record<string, unknown>> {
  const filter = [...filtersOf(query, time), ...more];
  const body = { size: 0, track_total_hits: false, query: { bool: { filter } }, aggs };
  const path = `/${indexPath(query.index)}/_search`;
  const { aggregations } = await client.json({ method: 'POST', path, body });
  return isObject(aggregations) ? aggregations : {};
}

function patternOf(text: string, entries: number): SurveyPattern {
  return { text, level: null, entries, counts: null };
}

function noGroups(licence: string): Sentence {
  return {
    pattern: 'This server groups no messages: its licence ({0}) or its version leaves that out.',
    values: [licence],
  };
}

function fromSample(entries: number): Sentence {
  return { pattern: 'Messages are grouped by a sample of about {0} entries.', values: [entries] };
}

function wordsOnly(): Sentence {
  return {
    pattern:
      'OpenSearch groups no messages: instead of patterns these are words that stand out, of a sample.',
    values: [],
  };
}
