import type { LokiSource } from '../../protocol/log-source';
import { succeeded } from './http/answers';
import { ask } from './http/ask';
import { patient, quick } from './http/backoff';
import type { Asking, SourceEntry } from './source-reader';

/** Loki hands on what it was given by gRPC, which takes 4 MiB. */
const mostCharacters = 1 << 20;
const deadlineMs = 60_000;

/** Gives entries to a Loki, in their order, streams by the labels they share. Throws InputError. */
export async function pushEntries(
  source: LokiSource,
  entries: readonly SourceEntry[],
  asking: Asking,
): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  // Where nobody took anything yet a person waits for the verdict.
  let patience = quick;
  for (const batch of batchesOf(entries)) {
    const request = {
      method: 'POST',
      path: '/loki/api/v1/push',
      headers,
      body: bodyOf(batch),
      deadlineMs,
    } as const;
    succeeded(await ask(source, request, asking, { patience }), source);
    patience = patient;
  }
}

function* batchesOf(entries: readonly SourceEntry[]): Generator<readonly SourceEntry[]> {
  let first = 0;
  let characters = 0;
  for (const [i, { text }] of entries.entries()) {
    characters += text.length;
    if (characters < mostCharacters) continue;
    yield entries.slice(first, i + 1);
    first = i + 1;
    characters = 0;
  }
  if (first < entries.length) yield entries.slice(first);
}

function bodyOf(entries: readonly SourceEntry[]): string {
  const streams = new Map<SourceEntry['labels'], SourceEntry[]>();
  for (const entry of entries) {
    const own = streams.get(entry.labels);
    if (own) own.push(entry);
    else streams.set(entry.labels, [entry]);
  }
  return JSON.stringify({ streams: [...streams].map(([labels, own]) => streamOf(labels, own)) });
}

function streamOf(labels: SourceEntry['labels'], entries: readonly SourceEntry[]) {
  return { stream: Object.fromEntries(labels), values: entries.map(({ time, text }) => [time, text]) };
}
