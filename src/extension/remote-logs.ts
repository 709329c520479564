import * as vscode from 'vscode';
import type { SourcesClient } from '../node/sources/sources-client';
import type { LogSource } from '../protocol/log-source';
import type { FetchProgress, FetchRequest, FetchSummary } from '../protocol/sources';
import { FetchPaces } from './shared/fetch-paces';
import { LogSources } from './shared/log-sources';
import { type Fetched, RemoteLogs } from './shared/remote-logs';
import { RemoteOpening } from './shared/remote-opening';
import { SourceConsent } from './shared/source-consent';

type Told = (progress: FetchProgress) => void;

/** Log sources, what is asked of them, and the logs that come of it. Nothing of it is loaded before a source is asked. */
export function createRemoteLogs(context: vscode.ExtensionContext) {
  const sources = new LogSources(context.secrets);
  const consent = new SourceConsent(context.globalState);
  /** By name, of a source that is being set up: its secret is kept only when it was tested. */
  const given = new Map<string, string>();
  let told: Told = () => undefined;
  let client: Promise<SourcesClient> | undefined;
  const started = () => {
    client ??= startClient(context, (progress) => told(progress), secretOf);
    return client;
  };
  const secretOf = async ({ name }: LogSource) => given.get(name) ?? (await sources.secretOf(name)) ?? null;
  const paces = new FetchPaces(context.globalState);
  const fetched = new vscode.EventEmitter<Fetched>();
  const fetch = async (request: FetchRequest, signal: AbortSignal): Promise<FetchSummary> => {
    const { source } = request;
    const reader = await started();
    const began = performance.now();
    try {
      const summary = await reader.fetch(request, signal);
      fetched.fire({ source, isWell: true });
      await paces.took(source.name, summary.entries, performance.now() - began);
      return summary;
    } catch (error) {
      if (!signal.aborted) fetched.fire({ source, isWell: false });
      throw error;
    }
  };
  const remote = new RemoteLogs({
    sources,
    mayUse: (source) => consent.mayUse(source),
    openSpool: async () => (await import('../node/sources/remote-spool')).openRemoteSpool(),
    reader: (onProgress) => {
      told = onProgress;
      return {
        fetch,
        tail: async (request, signal) => (await started()).tail(request, signal),
      };
    },
  });
  context.subscriptions.push(
    sources,
    remote,
    fetched,
    new vscode.Disposable(() => void client?.then((one) => one.dispose())),
  );
  return {
    sources,
    consent,
    remote,
    paces,
    onFetched: fetched.event,
    opening: new RemoteOpening(remote, consent),
    questions: {
      estimate: async (...asked: Parameters<SourcesClient['estimate']>) =>
        (await started()).estimate(...asked),
      check: async (...asked: Parameters<SourcesClient['check']>) => (await started()).check(...asked),
      names: async (...asked: Parameters<SourcesClient['names']>) => (await started()).names(...asked),
      values: async (...asked: Parameters<SourcesClient['values']>) => (await started()).values(...asked),
      metrics: async (...asked: Parameters<SourcesClient['metrics']>) => (await started()).metrics(...asked),
      fetch: async (...asked: Parameters<SourcesClient['fetch']>) => (await started()).fetch(...asked),
      survey: async (...asked: Parameters<SourcesClient['survey']>) => (await started()).survey(...asked),
    },
    test: async (source: LogSource, signal: AbortSignal, secret?: string) => {
      if (secret !== undefined) given.set(source.name, secret);
      try {
        return await (await started()).test(source, signal);
      } finally {
        given.delete(source.name);
      }
    },
  };
}

async function startClient(
  context: vscode.ExtensionContext,
  onProgress: Told,
  secretOf: (source: LogSource) => Promise<string | null>,
): Promise<SourcesClient> {
  const { SourcesClient } = await import('../node/sources/sources-client');
  const { NodeTransport } = await import('../node/sources/node-transport');
  // VS Code's own way through proxies and its certificates: it stands in for Node's `request` on this thread.
  const transport = new NodeTransport({ secretOf });
  const workerPath = context.asAbsolutePath('dist/sources-worker.js');
  return new SourcesClient({ workerPath, transport, onProgress });
}
