import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { PrometheusSource } from '../../../protocol/log-source';
import type { SourceVerdict } from '../../../protocol/sources';
import { oneLine } from '../http/server-words';
import type { Asking } from '../source-reader';
import { membersOf, PrometheusClient } from './prometheus-client';

/** Who answers, and whether this source may ask there. What is wrong is the verdict. */
export async function verdictOn(source: PrometheusSource, asking: Asking): Promise<SourceVerdict> {
  const began = asking.now();
  const client = new PrometheusClient(source, asking);
  const verdict = (ok: boolean, server: string | null, sentence: Sentence): SourceVerdict => ({
    ok,
    server,
    sentence,
    milliseconds: asking.now() - began,
  });
  try {
    // Who may read the version may not ask yet.
    await client.data('/query', { query: '1' });
    const version = await versionOf(client);
    return verdict(true, version === null ? null : `Prometheus ${version}`, welcome(source, version));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return verdict(false, null, error.sentence);
  }
}

/** Null where the server does not say: not all that speak the API have that path. */
async function versionOf(client: PrometheusClient): Promise<string | null> {
  try {
    const { version } = membersOf((await client.data('/status/buildinfo')).data);
    return typeof version === 'string' && version !== '' ? oneLine(version).slice(0, 40) : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function welcome({ url }: PrometheusSource, version: string | null): Sentence {
  if (version === null) {
    return { pattern: 'What answers at {0} speaks the API of Prometheus and takes queries.', values: [url] };
  }
  return { pattern: 'Prometheus {1} answers at {0} and takes queries.', values: [url, version] };
}
