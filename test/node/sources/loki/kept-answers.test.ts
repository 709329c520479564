import { describe, expect, test } from 'vitest';
import { labelNames, labelValues } from '../../../../src/node/sources/loki/names';
import { PageEntries } from '../../../../src/node/sources/loki/page-entries';
import { scanPage } from '../../../../src/node/sources/loki/page-scan';
import { checkQuery } from '../../../../src/node/sources/loki/query-check';
import { lokiSurveyor } from '../../../../src/node/sources/loki/survey';
import { readFrame } from '../../../../src/node/sources/loki/tail-frame';
import { troubleOf } from '../../../../src/node/sources/loki/troubles';
import { verdictOn } from '../../../../src/node/sources/loki/verdict';
import type { HttpRequest } from '../../../../src/protocol/sources';
import { answer, FakeAsking } from '../http/fake-asking';
import { lokiQuery, source } from './fake-loki';
import { hasKeptAnswers, keptAnswer, keptFrames } from './kept-answers';

const from = 1_795_257_840_000_000_000n;
const until = 1_795_258_600_000_000_000n;
const span = { from: `${from}`, until: `${until}` };

/** A server that answers each path with a case that was kept; 404 for others. */
function serving(cases: Readonly<Record<string, string>>): FakeAsking {
  return new FakeAsking((request: HttpRequest) => {
    const found = Object.keys(cases).find((path) => request.path.split('?')[0].endsWith(path));
    return found ? keptAnswer(cases[found]) : answer(404, '404 page not found');
  });
}

describe.skipIf(!hasKeptAnswers)('answers of real servers', () => {
  test.each(['v2', 'v3', 'v30'])('entries of %s are read with their labels', (version) => {
    const { entries } = new PageEntries(source).of(keptAnswer(`${version}/qr-odd-categorize`), 'forward');
    const labels = Object.fromEntries(entries[0].labels);
    expect(labels).toMatchObject({ app: 'odd', note: 'ünïcode "quote" \\ back' });
    expect(entries.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '\u001b[31mred\u001b[0m ansi',
        'multi\nline\r\ntext\twith tab',
        '',
        'nul \0 byte',
      ]),
    );
  });

  test.each([
    'v2/qr-streams-default',
    'v3/qr-odd-categorize',
    'v3/qr-streams-json',
    'v3/qr-empty',
    'v3/qr-nano',
    'v3auth/gzip-big',
  ])('a scan of %s finds what is in it', (name) => {
    const { entries } = new PageEntries(source).of(keptAnswer(name), 'forward');
    const { count, oldest, newest, ofOldest } = scanPage(keptAnswer(name).body);
    expect({ count, oldest, newest }).toEqual({
      count: entries.length,
      oldest: entries[0]?.time ?? '',
      newest: entries.at(-1)?.time ?? '',
    });
    expect(ofOldest).toBe(entries.filter(({ time }) => time === oldest).length);
  });

  test('backward is forward reversed', () => {
    const pages = new PageEntries(source);
    const forward = pages.of(keptAnswer('v3/qr-nano'), 'forward').entries;
    const backward = pages.of(keptAnswer('v3/qr-nano-back'), 'backward').entries;
    expect(backward.map(({ text }) => text)).toEqual(forward.map(({ text }) => text));
  });

  test.each<[name: string, trouble: object]>([
    ['v3/qr-limit-5001', { kind: 'fewer', most: 5000 }],
    ['v2/qr-limit-5001', { kind: 'fewer', most: 5000 }],
    ['v3auth/small-limit-11', { kind: 'fewer', most: 10 }],
    ['v3/time-range-31d', { kind: 'shorter', mostNs: 721n * 3_600_000_000_000n }],
    ['v3auth/small-range-2h', { kind: 'shorter', mostNs: 3_600_000_000_000n }],
    ['v3auth/timeout', { kind: 'smaller' }],
    ['v3auth/bytes-filter', { kind: 'smaller' }],
    ['v3auth/bytes-nofilter', { kind: 'smaller' }],
    ['v3/err-parse-unclosed', { kind: 'refused', error: { code: 'loki-query' } }],
    ['v2/err-line-regex', { kind: 'refused', error: { code: 'loki-query' } }],
    ['v3auth/blocked', { kind: 'refused', error: { code: 'loki-refused' } }],
    ['v3auth/reqlab', { kind: 'refused', error: { code: 'loki-refused' } }],
    ['v3auth/auth-none', { kind: 'refused', error: { code: 'loki-no-tenant' } }],
    ['v3auth/auth-multi-5', { kind: 'passing' }],
  ])('%s can be dealt with', (name, trouble) => {
    expect(troubleOf(keptAnswer(name), source)).toMatchObject(trouble);
  });

  test.each<[case_: string, ok: boolean, server: string | null, sentence: RegExp]>([
    ['v3/labels', true, 'Loki 3.7.6', /\{1\} labels/],
    ['v3/labels-none', true, 'Loki 3.7.6', /no log of the last hour/],
    ['v3auth/auth-none-labels', false, null, /tenants apart/],
    ['v3auth/auth-multi-labels', false, null, /does not take the tenant/],
    ['v3/path-slash', false, null, /nothing at that path/],
  ])('a source that answers %s', async (labels, ok, server, sentence) => {
    const verdict = await verdictOn(
      source,
      serving({ '/labels': labels, '/status/buildinfo': 'v3/buildinfo' }),
    );
    expect(verdict).toMatchObject({ ok, server, sentence: { pattern: expect.stringMatching(sentence) } });
  });

  test.each<[query: string, case_: string, at: number | null, message: RegExp]>([
    ['{app="web"', 'v3/err-parse-unclosed', 10, /unexpected \$end/],
    ['{app="web"}\n |= "x"\n | boom', 'v3/err-multiline', 27, /unexpected \$end/],
    ['{app="web"} |~ "("', 'v3/err-line-regex', null, /missing closing/],
    ['{app="web"} |~ "("', 'v2/err-line-regex', null, /missing closing/],
    ['{}', 'v3/err-empty-matcher', null, /at least one/],
  ])('the mistake in %j is told in the words of %s', async (logql, name, at, message) => {
    const problem = await checkQuery(
      source,
      lokiQuery(logql, from, until),
      serving({ '/query_range': name }),
    );
    expect(problem).toEqual({ at, message: expect.stringMatching(message) });
  });

  test('names and values; none where the answer has no data', async () => {
    const asked = { source, span, within: '{app="web"' };
    expect(await labelNames(source, asked, serving({ '/labels': 'v3/labels-query' }))).toEqual([
      'app',
      'env',
      'host',
      'service_name',
    ]);
    expect(await labelNames(source, asked, serving({ '/labels': 'v3/labels-none' }))).toEqual([]);
    expect(
      await labelValues(
        source,
        { ...asked, name: 'host' },
        serving({ '/label/host/values': 'v3/values-query' }),
      ),
    ).toEqual(['h1']);
  });

  test.each(['v3/tail-live', 'v2/tail-live', 'v3/tail-categorize', 'v3/tail-many'])(
    'frames of %s',
    (name) => {
      const frames = keptFrames(name).map((data) => readFrame(data, new PageEntries(source)));
      const entries = frames.flatMap((frame) => frame.entries);
      expect(entries.length).toBeGreaterThan(0);
      expect(
        frames.every(
          ({ dropped, isCategorized }) =>
            dropped.length === 0 && isCategorized === (name === 'v3/tail-categorize'),
        ),
      ).toBe(true);
    },
  );

  test('a survey has the volume by level and label, patterns and fields', async () => {
    const cases = {
      '/query_range': 'v3/matrix-detlevel',
      '/index/volume_range': 'v3/volume-range',
      '/index/stats': 'v3/stats',
      '/labels': 'v3/labels-query',
      '/patterns': 'v3/patterns-step',
      '/detected_fields': 'v3/detfields',
    };
    const survey = await lokiSurveyor.survey(
      source,
      lokiQuery('{app="web"}', from, until),
      { steps: 13, by: ['app'] },
      serving(cases),
    );
    expect(survey.stepNs).toBe('60000000000');
    const [all, ...others] = survey.series;
    const levels = others.filter(({ by }) => by === 'level');
    expect(levels.map(({ labels }) => labels[0][1])).toEqual(
      expect.arrayContaining(['debug', 'error', 'info']),
    );
    expect(all.counts.map((_, step) => levels.reduce((sum, { counts }) => sum + counts[step], 0))).toEqual(
      all.counts,
    );
    expect(all.counts.reduce((a, b) => a + b, 0)).toBe(900);
    expect(others.find(({ by }) => by === 'label')?.unit).toBe('bytes');
    expect(survey.patterns[0]).toMatchObject({ level: 'info', text: expect.stringContaining('<_>') });
    expect(survey.fields.length).toBeGreaterThan(5);
  });

  test('a survey of a server that keeps neither volumes nor patterns says so', async () => {
    const cases = {
      '/query_range': 'v2/matrix-detlevel',
      '/index/stats': 'v3/stats',
      '/labels': 'v3/labels-query',
    };
    const survey = await lokiSurveyor.survey(
      source,
      lokiQuery('{app="web"}', from, until),
      { steps: 13, by: [] },
      serving(cases),
    );
    expect(survey.series).toHaveLength(1);
    expect(survey.notes.map(({ pattern }) => pattern)).toEqual([
      ...new Array(2).fill(expect.stringMatching(/keeps no volume/)),
      expect.stringMatching(/groups no messages/),
    ]);
  });
});
