import { InputError } from '../../../protocol/input-error';
import type { HttpSource, NsText } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { isObject, jsonObject } from '../http/answers';
import { notItsApi } from '../http/problems';
import { oneLine } from '../http/server-words';
import type { Asking, Labels, SourceEntry } from '../source-reader';
import { LabelSets } from './label-sets';
import { compareTimes } from './times';

export interface Page {
  /** By time; equal times by their stream, then as the server has them. */
  readonly entries: readonly SourceEntry[];
  /** Whether the server keeps metadata apart from labels (3.0 and later). */
  readonly isCategorized: boolean;
  /** The server's own words on what it did not do. Hostile. */
  readonly warnings: readonly string[];
}

const mostWarnings = 5;

interface PlacedEntry extends SourceEntry {
  readonly stream: string;
  readonly place: number;
}

/** Answers of one conversation as entries: what streams share is made once for all pages. */
export class PageEntries {
  private readonly sets = new LabelSets();

  constructor(private readonly source: HttpSource) {}

  /** Of an answer of `query_range`. Throws InputError where it is none, or one of a metric query. */
  of(answer: HttpAnswer, direction: 'forward' | 'backward'): Page {
    const { data, warnings } = jsonObject(answer, this.source);
    if (!isObject(data)) throw notItsApi(this.source);
    if (data.resultType !== 'streams') throw metricQuery();
    const flags = data.encodingFlags;
    const isCategorized = Array.isArray(flags) && flags.includes('categorize-labels');
    const entries = this.ofStreams(data.result, isCategorized, direction);
    return { entries, isCategorized, warnings: Array.isArray(warnings) ? warnings.map(String) : [] };
  }

  /** Of the streams of an answer or of a frame of a tail. */
  ofStreams(streams: unknown, isCategorized: boolean, direction: 'forward' | 'backward'): SourceEntry[] {
    if (!Array.isArray(streams)) throw notItsApi(this.source);
    const entries: PlacedEntry[] = [];
    for (const one of streams) {
      if (!isObject(one) || !isObject(one.stream) || !Array.isArray(one.values)) throw notItsApi(this.source);
      const { key, labels } = this.sets.of(one.stream, isCategorized);
      const sign = direction === 'forward' ? 1 : -1;
      for (const value of one.values) {
        entries.push(this.entryOf(value, labels, key, sign * entries.length));
      }
    }
    return entries.sort(inOrder);
  }

  private entryOf(value: unknown, labels: Labels, stream: string, place: number): PlacedEntry {
    if (!Array.isArray(value)) throw notItsApi(this.source);
    const [time, text, categories] = value as unknown[];
    if (!isTime(time) || typeof text !== 'string') throw notItsApi(this.source);
    const own = isObject(categories) ? this.sets.own(categories, labels) : null;
    return { time, labels, own, text, stream, place };
  }
}

/** One that answers in part says so here, with a status of success. */
export function sayWarnings(warnings: Page['warnings'], { note }: Pick<Asking, 'note'>): void {
  for (const words of warnings.slice(0, mostWarnings)) {
    const sentence = { pattern: 'The server says: {0}', values: [oneLine(words)] };
    note(sentence, ...(/\bpartial/i.test(words) ? (['missing'] as const) : []));
  }
}

function isTime(value: unknown): value is NsText {
  return typeof value === 'string' && /^\d{1,19}$/.test(value);
}

function inOrder(a: PlacedEntry, b: PlacedEntry): number {
  const byTime = compareTimes(a.time, b.time);
  if (byTime !== 0) return byTime;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.place - b.place;
}

export function metricQuery(): InputError {
  return new InputError({
    code: 'loki-metric-query',
    sentence: {
      pattern:
        'This query asks for numbers, not for log lines. Begin with a stream selector, such as the one in braces in it.',
      values: [],
    },
  });
}
