import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { createRemoteLogs } from '../../src/extension/remote-logs';
import type { LogSource } from '../../src/protocol/log-source';

type SecretOf = (source: LogSource) => Promise<string | null>;

/** What was started to ask servers, and the secret it was given at each question. */
const started = vi.hoisted(() => ({
  clients: 0,
  disposed: 0,
  secretOf: undefined as SecretOf | undefined,
  secrets: [] as (string | null | undefined)[],
  fails: false,
}));

vi.mock('vscode', async () => ({
  ...(await import('./vscode-stand-in')),
  Disposable: class {
    constructor(readonly dispose: () => void) {}
  },
  workspace: {
    onDidChangeConfiguration: () => ({ dispose: () => undefined }),
    getConfiguration: () => ({ get: () => [], update: async () => undefined }),
  },
}));

vi.mock('../../src/node/sources/node-transport', () => ({
  NodeTransport: class {
    constructor({ secretOf }: { secretOf: SecretOf }) {
      started.secretOf = secretOf;
    }
  },
}));

vi.mock('../../src/node/sources/sources-client', () => ({
  SourcesClient: class {
    constructor() {
      started.clients++;
    }
    async test(source: LogSource) {
      started.secrets.push(await started.secretOf?.(source));
      if (started.fails) throw new Error('no answer');
      return { isReachable: true };
    }
    async names() {
      return [];
    }
    dispose() {
      started.disposed++;
    }
  },
}));

const source = { kind: 'loki', name: 'harbour' } as LogSource;
const never = new AbortController().signal;

function created(secrets: Record<string, string> = {}) {
  const subscriptions: { dispose(): unknown }[] = [];
  const context = {
    subscriptions,
    secrets: { get: async (key: string) => secrets[key] },
    globalState: {},
    asAbsolutePath: (path: string) => path,
  } as unknown as vscode.ExtensionContext;
  return { parts: createRemoteLogs(context), subscriptions };
}

beforeEach(() => {
  Object.assign(started, { clients: 0, disposed: 0, secretOf: undefined, secrets: [], fails: false });
});

describe('what asks log sources', () => {
  test('is started with the first question, and once', async () => {
    const { parts } = created();
    expect(started.clients).toBe(0);
    await Promise.all([parts.test(source, never), parts.questions.names({} as never, never)]);
    await parts.test(source, never);
    expect(started.clients).toBe(1);
  });

  test('ends with the extension', async () => {
    const { parts, subscriptions } = created();
    await parts.test(source, never);
    for (const one of subscriptions) one.dispose();
    await expect.poll(() => started.disposed).toBe(1);
  });

  test('is not started to be ended', () => {
    for (const one of created().subscriptions) one.dispose();
    expect(started.clients).toBe(0);
  });
});

describe('the secret of a log source', () => {
  test('is the one that is kept, or none', async () => {
    await created({ 'oddline.source.harbour': 'kept' }).parts.test(source, never);
    await created().parts.test(source, never);
    expect(started.secrets).toEqual(['kept', null]);
  });

  test.each([false, true])(
    'that is tried out holds for the test alone, whether it fails: %s',
    async (fails) => {
      const { parts } = created({ 'oddline.source.harbour': 'kept' });
      started.fails = fails;
      await parts.test(source, never, 'tried').catch(() => undefined);
      started.fails = false;
      await parts.test(source, never);
      expect(started.secrets).toEqual(['tried', 'kept']);
    },
  );
});
