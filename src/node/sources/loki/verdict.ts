import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { LokiSource } from '../../../protocol/log-source';
import type { HttpAnswer, SourceVerdict } from '../../../protocol/sources';
import { jsonObject } from '../http/answers';
import { statusProblem } from '../http/problems';
import { serverWords } from '../http/server-words';
import type { Asking } from '../source-reader';
import { tenantLimits } from './limits';
import { LokiClient } from './loki-client';
import { noTenant } from './troubles';

/** Who answers, and whether this source may read there. */
export async function verdictOn(source: LokiSource, asking: Asking): Promise<SourceVerdict> {
  const began = asking.now();
  const verdict = (ok: boolean, server: string | null, sentence: Sentence): SourceVerdict => ({
    ok,
    server,
    sentence,
    milliseconds: asking.now() - began,
  });
  const client = new LokiClient(source, asking);
  try {
    const answer = await client.quickly('/labels');
    const labels = labelsIn(answer, source);
    const version = await versionOf(client);
    return verdict(true, version === null ? 'Loki' : `Loki ${version}`, welcome(source, labels));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return verdict(false, null, error.sentence);
  }
}

/** How many labels there are. Throws InputError. */
function labelsIn(answer: HttpAnswer, source: LokiSource): number {
  const words = serverWords(answer);
  if (answer.status === 401 && words === 'no org id') throw noTenant(source);
  if (/tenant ID|org ids? present/i.test(words)) throw badTenant(words);
  if (answer.status !== 200) throw statusProblem(answer, source);
  const { status, data } = jsonObject(answer, source);
  // Others answer 200 to any path, some of them in JSON.
  if (status !== 'success') throw statusProblem({ ...answer, status: 404, body: new Uint8Array() }, source);
  return Array.isArray(data) ? data.length : 0;
}

async function versionOf(client: LokiClient): Promise<string | null> {
  const answer = await client.quickly('/status/buildinfo').catch(() => null);
  const version = answer?.status === 200 ? jsonObject(answer, client.source).version : null;
  // A Loki built by hand does not know its version here, but there.
  return typeof version === 'string' && version !== ''
    ? version
    : ((await tenantLimits(client))?.version ?? null);
}

function welcome({ url, tenant }: LokiSource, labels: number): Sentence {
  if (labels > 0)
    return { pattern: 'Loki answers at {0}: {1} labels in the last hour.', values: [url, labels] };
  if (tenant === null) {
    return {
      pattern: 'Loki answers at {0}, but has no log of the last hour. Ask for a longer time range.',
      values: [url],
    };
  }
  return {
    pattern:
      'Loki answers at {0}, but has no log of the last hour for the tenant {1}. It says the same of a tenant that does not exist: check the name.',
    values: [url, tenant],
  };
}

function badTenant(words: string): InputError {
  return new InputError({
    code: 'loki-tenant',
    sentence: {
      pattern:
        'The server does not take the tenant of the source: {0}. Enter one tenant, as it is called there.',
      values: [words],
    },
  });
}
