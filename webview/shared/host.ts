import type { Port } from '../../src/protocol/rpc';

/** What VS Code gives a page of a webview. */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** It can be acquired once a page. */
const api = acquireVsCodeApi();

/**
 * Carries the conversation with the extension host. VS Code takes `window.parent` away from the page, so whoever posts is known by
 * its origin, which is the page's own.
 */
export const hostPort: Port = {
  post: (message) => api.postMessage(message),
  onMessage: (listener) =>
    window.addEventListener('message', ({ data, origin }) => {
      if (origin === window.origin) listener(data);
    }),
};

/** A number the page keeps by itself, as long as its tab lives: the width of a panel and the like. */
export function keptNumber(name: string): number | undefined {
  const value = kept(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function keepNumber(name: string, value: number): void {
  keep(name, value);
}

/** Anything that is plain JSON; whoever asks checks it: an older version of the page may have kept it. */
export function kept(name: string): unknown {
  return keptState()[name];
}

export function keep(name: string, value: unknown): void {
  api.setState({ ...keptState(), [name]: value });
}

function keptState(): Record<string, unknown> {
  const state = api.getState();
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
