import { describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { LogMetrics } from '../../../src/extension/shared/log-metrics';
import { InputError } from '../../../src/protocol/input-error';
import type { LogSource } from '../../../src/protocol/log-source';
import type { MetricsOrigin, MetricsRequest } from '../../../src/protocol/metrics';
import { sentenceText } from '../../../src/protocol/sentence';

const workspace = vi.hoisted(() => ({ isTrusted: true }));
vi.mock('vscode', async () => ({ ...(await import('../vscode-stand-in')), workspace }));

const log = vscode.Uri.from({ scheme: 'file', path: '/var/app.log' });
const other = vscode.Uri.from({ scheme: 'file', path: '/var/other.log' });
const load: MetricsOrigin = { kind: 'csv', path: '/var/load.csv' };
const up: MetricsOrigin = { kind: 'prometheus', source: 'figures', query: 'up' };
const figures = { kind: 'prometheus', name: 'figures', url: 'http://figures.example' } as LogSource;
const window = { from: '0', until: '1', points: 10 };
const never = new AbortController().signal;

/** The state of a workspace. */
class Memory implements vscode.Memento {
  private readonly held = new Map<string, unknown>();
  keys = () => [...this.held.keys()];
  get = <Value>(key: string) => structuredClone(this.held.get(key)) as Value;
  update = async (key: string, value: unknown) => void this.held.set(key, structuredClone(value));
}

function metricsOver({ memory = new Memory(), sources = [figures], agrees = [true] } = {}) {
  const asked: MetricsRequest[] = [];
  const questions: string[] = [];
  const metrics = new LogMetrics(memory, {
    sources: { get: (name) => sources.find((source) => source.name === name) },
    consent: {
      mayUse: async ({ name }) => {
        questions.push(name);
        return agrees[questions.length - 1] ?? false;
      },
    },
    ask: async (request) => {
      asked.push(request);
      const name = request.origin.kind;
      if (request.origin.kind === 'csv' && request.origin.path.includes('gone')) throw gone;
      return {
        series: [{ name, unit: '', seconds: Float64Array.of(), values: Float64Array.of() }],
        notes: [],
      };
    },
  });
  const read = async (uri = log) => {
    const { series, notes } = await metrics.read(uri, window, never);
    return [...series.map(({ name }) => name), ...notes.map((note) => sentenceText(note))];
  };
  return { metrics, asked, questions, memory, read };
}

const gone = new InputError({ code: 'missing', sentence: { pattern: 'It is gone.', values: [] } });

describe('metrics beside a log', () => {
  it('are there in the next window, of this log alone', () => {
    const { metrics, memory } = metricsOver();
    metrics.add(log, load);
    metrics.add(log, up);
    const next = metricsOver({ memory }).metrics;
    expect([next.of(log), next.of(other)]).toEqual([[load, up], []]);
    expect(next.queriesOf('figures')).toEqual(['up']);
  });

  it('go with a log that is renamed, and when they are taken away', () => {
    const { metrics } = metricsOver();
    const changes: string[] = [];
    metrics.onDidChange((uri) => changes.push(uri.path));
    metrics.add(log, load);
    metrics.rename(log, other);
    expect([metrics.of(log), metrics.of(other)]).toEqual([[], [load]]);
    metrics.remove(other, load);
    expect(metrics.all()).toEqual([]);
    expect(changes).toEqual([log.path, log.path, other.path, other.path]);
  });

  it('of a text without a name are not kept for the next one', () => {
    const { metrics, memory } = metricsOver();
    const text = vscode.Uri.parse('untitled:Untitled-1');
    metrics.add(text, load);
    expect(metrics.of(text)).toEqual([load]);
    expect(metricsOver({ memory }).metrics.all()).toEqual([]);
  });

  it('are read of all origins; what one lacks is a note', async () => {
    const { metrics, asked, read } = metricsOver();
    for (const origin of [load, { ...load, path: '/gone.csv' }, up, { ...up, source: 'nobody' }])
      metrics.add(log, origin);
    expect(await read()).toEqual([
      'csv',
      'prometheus',
      'It is gone.',
      'No Prometheus named nobody is set up on this machine. Add it again under this name, or remove these metrics.',
    ]);
    expect(asked.at(-1)?.origin).toEqual({ kind: 'prometheus', source: figures, query: 'up' });
  });
});

describe('in a workspace that is not trusted', () => {
  const untrusted = async (work: () => Promise<void>) => {
    workspace.isTrusted = false;
    await work().finally(() => {
      workspace.isTrusted = true;
    });
  };

  it('a source is asked about once, and not asked where a person says no', () =>
    untrusted(async () => {
      const { metrics, asked, questions, read } = metricsOver({ agrees: [false, true] });
      metrics.add(log, up);
      metrics.add(log, { ...up, query: 'go_info' });
      const refused = expect.stringContaining('figures was not asked');
      expect(await read()).toEqual([refused, refused]);
      expect(await read()).toEqual([refused, refused]);
      expect([asked.length, questions]).toEqual([0, ['figures']]);

      metrics.add(log, up);
      expect(await read()).toEqual(['prometheus', 'prometheus']);
      expect(questions).toEqual(['figures', 'figures']);
    }));

  it('a file is read: a person chose it', () =>
    untrusted(async () => {
      const { metrics, questions, read } = metricsOver();
      metrics.add(log, load);
      expect(await read()).toEqual(['csv']);
      expect(questions).toEqual([]);
    }));
});
