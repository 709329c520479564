import { describe, expect, test } from 'vitest';
import { ask, type Manners } from '../../../../src/node/sources/http/ask';
import { patient, quick } from '../../../../src/node/sources/http/backoff';
import { TransportError, type TransportFailure } from '../../../../src/node/sources/transport';
import type { LokiSource } from '../../../../src/protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../../src/protocol/sources';
import { answer, FakeAsking } from './fake-asking';

const source: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: 'http://logs.example:3100',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};
const request: HttpRequest = { method: 'GET', path: '/x', headers: {}, body: null, deadlineMs: 1000 };

/** A server that answers these in turn, the last one for ever. */
async function asked(answers: readonly (HttpAnswer | TransportFailure)[], manners: Manners) {
  let turn = 0;
  const asking = new FakeAsking(() => {
    const next = answers[Math.min(turn++, answers.length - 1)];
    return typeof next === 'string' ? new TransportError(next, `${next} it was`) : next;
  });
  const result = await ask(source, request, asking, manners).then(
    ({ status }) => status,
    (error: Error & { code?: string }) => error.code,
  );
  return { result, requests: asking.requests.length, waits: asking.waits };
}

describe('what may pass is tried again', () => {
  test.each<{
    of: string;
    answers: (HttpAnswer | TransportFailure)[];
    result: number;
    requests: number;
  }>([
    { of: 'an answer at once', answers: [answer(200)], result: 200, requests: 1 },
    { of: 'a server that starts', answers: ['refused', answer(503), answer(200)], result: 200, requests: 3 },
    { of: 'a connection that is cut', answers: ['cut', 'timeout', answer(200)], result: 200, requests: 3 },
    {
      of: 'a busy one',
      answers: [answer(429), answer(502), answer(504), answer(200)],
      result: 200,
      requests: 4,
    },
  ])('$of', async ({ answers, result, requests }) => {
    expect(await asked(answers, { patience: patient })).toMatchObject({ result, requests });
  });

  test.each<[HttpAnswer | TransportFailure, number | string]>([
    [answer(503), 503],
    ['refused', 'remote-refused'],
  ])('but not for ever', async (same, result) => {
    const outcome = await asked([same], { patience: patient });
    expect(outcome.result).toBe(result);
    expect(outcome.requests).toBe(outcome.waits.length + 1);
    expect(outcome.requests).toBeGreaterThan(10);
  });

  test.each<TransportFailure>(['unknown-host', 'certificate', 'proxy', 'too-large', 'other'])(
    'but not %s',
    async (failure) => {
      expect(await asked([failure], { patience: patient })).toEqual({
        result: `remote-${failure}`,
        requests: 1,
        waits: [],
      });
    },
  );

  test.each([400, 401, 403, 404, 500])('but not a %i', async (status) => {
    expect(await asked([answer(status)], { patience: patient })).toEqual({
      result: status,
      requests: 1,
      waits: [],
    });
  });

  test('and not long where a person waits', async () => {
    expect(await asked(['refused'], { patience: quick })).toMatchObject({
      result: 'remote-refused',
      requests: 2,
    });
  });
});

describe('what the caller deals with comes back at once', () => {
  test('a failure, as the transport threw it', async () => {
    expect(await asked(['cut'], { patience: patient, leaves: ['cut'] })).toEqual({
      result: 'cut',
      requests: 1,
      waits: [],
    });
  });

  test('an answer', async () => {
    const manners: Manners = { patience: patient, hands: ({ status }) => status === 504 };
    expect(await asked([answer(504)], manners)).toEqual({ result: 504, requests: 1, waits: [] });
  });
});

describe('waits', () => {
  test('grow, and stay within what was given', async () => {
    const { waits } = await asked([answer(503)], { patience: patient });
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[3]).toBeGreaterThan(waits[0]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(patient.mostMs);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(patient.inAllMs + patient.mostMs);
  });

  test.each([
    { told: '7', least: 7000 },
    { told: 'Sun, 01 Mar 2026 00:00:09 GMT', least: 9000 },
    { told: 'Sun, 01 Mar 2020 00:00:09 GMT', least: 250 },
    { told: 'soon', least: 250 },
    { told: '-4', least: 250 },
  ])('are as long as Retry-After $told says', async ({ told, least }) => {
    const { waits } = await asked([answer(429, '', { 'retry-after': told }), answer(200)], {
      patience: patient,
    });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(least);
    expect(waits[0]).toBeLessThanOrEqual(Math.max(least, 500));
  });

  test('end in a sentence where the server asks for more than anybody waits', async () => {
    const outcome = await asked([answer(429, '', { 'retry-after': '3600' })], { patience: patient });
    expect(outcome).toEqual({ result: 'remote-wait', requests: 1, waits: [] });
  });
});

test('cancelling ends in the reason of the signal, and no further request', async () => {
  const asking = new FakeAsking(() => {
    asking.cancel();
    return new TransportError('cut', 'by us');
  });
  await expect(ask(source, request, asking, { patience: patient })).rejects.toThrow('aborted');
  expect(asking.requests).toHaveLength(1);
});
