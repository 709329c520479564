import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { SourceVerdict } from '../../../protocol/sources';
import { quick } from '../http/backoff';
import type { Asking } from '../source-reader';
import { nsOfMs } from './clock-text';
import { ElasticClient } from './elastic-client';
import { serverOf } from './elastic-server';
import { logFieldsOf } from './log-fields';

const dayMs = 24 * 60 * 60 * 1000;
const testDeadlineMs = 15_000;

/** Who answers, and which fields would be read as time and text. What is wrong is the verdict; only cancelling rejects. */
export async function testServer(source: ElasticSource, asking: Asking): Promise<SourceVerdict> {
  const started = asking.now();
  const client = new ElasticClient(source, asking, quick, testDeadlineMs);
  let server: string | null = null;
  try {
    server = (await serverOf(client)).title;
    const milliseconds = asking.now() - started;
    return { ok: true, server, sentence: await found(client, server), milliseconds };
  } catch (error) {
    asking.signal.throwIfAborted();
    if (!(error instanceof InputError)) throw error;
    return { ok: false, server, sentence: error.sentence, milliseconds: asking.now() - started };
  }
}

async function found(client: ElasticClient, server: string) {
  const { index } = client.source;
  const now = client.asking.now();
  const span = { from: nsOfMs(now - dayMs), until: nsOfMs(now) };
  const query: ElasticQuery = {
    kind: 'elastic',
    index,
    text: { kind: 'lucene', text: '' },
    span,
    limit: null,
  };
  const { time, messages, entries, sources, failures } = await logFieldsOf(client, query);
  if (failures) return failures.sentence;
  if (sources.length === 0) {
    return {
      pattern:
        '{0} answers. The index pattern {1} has nothing of the last 24 hours; times are read from {2}.',
      values: [server, index, time],
    };
  }
  return {
    pattern:
      '{0} answers. The index pattern {1} has {2} entries of the last 24 hours; times are read from {3}, texts from {4}.',
    values: [server, index, entries, time, messages[0]],
  };
}
