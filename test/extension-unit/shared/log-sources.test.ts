import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { LogSources } from '../../../src/extension/shared/log-sources';
import type { LogSource } from '../../../src/protocol/log-source';

type Listener = (event: { affectsConfiguration(section: string): boolean }) => void;

/** The setting, as a person's settings file holds it. */
const settings = vi.hoisted(() => ({
  sources: undefined as unknown,
  target: undefined as unknown,
  listeners: new Set<Listener>(),
  write(value: unknown) {
    settings.sources = value;
    for (const listener of settings.listeners) listener({ affectsConfiguration: () => true });
  },
}));

vi.mock('vscode', async () => ({
  ...(await import('../vscode-stand-in')),
  ConfigurationTarget: { Global: 1 },
  workspace: {
    onDidChangeConfiguration: (listener: Listener) => {
      settings.listeners.add(listener);
      return { dispose: () => settings.listeners.delete(listener) };
    },
    getConfiguration: () => ({
      get: () => settings.sources,
      update: async (_: string, value: unknown, target: unknown) => {
        settings.target = target;
        settings.write(value);
      },
    }),
  },
}));

const buoys: LogSource = { kind: 'command', name: 'buoys', command: ['buoys', '--follow'] };
const harbour = {
  kind: 'loki',
  name: 'harbour',
  url: 'https://harbour.example',
  authentication: { kind: 'bearer' },
  tenant: null,
  grafana: null,
} as unknown as LogSource;
const open = { ...harbour, authentication: { kind: 'none' } } as LogSource;

function opened() {
  const secrets = new Map<string, string>();
  const storage = {
    get: async (key: string) => secrets.get(key),
    store: async (key: string, value: string) => void secrets.set(key, value),
    delete: async (key: string) => void secrets.delete(key),
  } as unknown as vscode.SecretStorage;
  return { secrets, sources: new LogSources(storage) };
}

beforeEach(() => {
  settings.sources = undefined;
  settings.listeners.clear();
});

describe('log sources', () => {
  test('are none where the setting holds none', () => {
    expect(opened().sources.all()).toEqual([]);
  });

  test('are read anew when the setting changes, and no more once they are disposed', () => {
    const { sources } = opened();
    const heard = vi.fn();
    sources.onDidChange(heard);
    settings.write([buoys]);
    expect(sources.get('buoys')).toMatchObject({ kind: 'command' });
    expect(heard).toHaveBeenCalledTimes(1);
    sources.dispose();
    settings.write([]);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('that are wrong, or bear a name twice, are told and do not hide the others', () => {
    settings.sources = [{ kind: 'loki', name: 'adrift' }, buoys, { ...buoys, command: ['other'] }];
    const { sources } = opened();
    expect(sources.all().map(({ name }) => name)).toEqual(['buoys']);
    expect(sources.get('buoys')).toMatchObject({ command: ['buoys', '--follow'] });
    expect(sources.problems().map(({ name }) => name)).toEqual(['adrift', 'buoys']);
  });

  test('are written to the person’s own settings, what is wrong in others left as it was', async () => {
    const adrift = { kind: 'loki', name: 'adrift' };
    settings.sources = [adrift, buoys];
    const { sources } = opened();
    await sources.put({ ...buoys, name: 'bells' }, { former: 'buoys' });
    await sources.put(buoys);
    expect(settings.sources).toEqual([adrift, { ...buoys, name: 'bells' }, buoys]);
    expect(settings.target).toBe(1);
    await sources.remove('bells');
    expect(settings.sources).toEqual([adrift, buoys]);
  });
});

describe('the secret of a log source', () => {
  test('stands in secret storage, never in the setting', async () => {
    const { sources, secrets } = opened();
    await sources.put(harbour, { secret: 'kept-close' });
    expect(await sources.secretOf('harbour')).toBe('kept-close');
    expect(JSON.stringify(settings.sources)).not.toContain('kept-close');
    expect([...secrets.values()]).toEqual(['kept-close']);
  });

  test('stays where it is left out, and goes along with another name', async () => {
    const { sources, secrets } = opened();
    await sources.put(harbour, { secret: 'kept-close' });
    await sources.put(harbour);
    expect(await sources.secretOf('harbour')).toBe('kept-close');
    await sources.put({ ...harbour, name: 'port' } as LogSource, { former: 'harbour' });
    expect([await sources.secretOf('port'), await sources.secretOf('harbour')]).toEqual([
      'kept-close',
      undefined,
    ]);
    expect(secrets.size).toBe(1);
  });

  test.each([
    ['another secret', { ...harbour, name: 'port' }, 'another', ['another']],
    ['none', { ...open, name: 'port' }, undefined, []],
  ])('is not left behind under a former name where the source gets %s', async (_, source, secret, left) => {
    const { sources, secrets } = opened();
    await sources.put(harbour, { secret: 'kept-close' });
    await sources.put(source as LogSource, { former: 'harbour', secret });
    expect([...secrets.values()]).toEqual(left);
  });

  test('goes with the source, and where none is needed any more', async () => {
    const { sources, secrets } = opened();
    await sources.put(harbour, { secret: 'kept-close' });
    await sources.put(open);
    expect(secrets.size).toBe(0);
    await sources.put(harbour, { secret: 'kept-close' });
    await sources.remove('harbour');
    expect([secrets.size, settings.sources]).toEqual([0, []]);
  });
});
