import { expect, test, vi } from 'vitest';
import { ChosenLabels } from '../../../src/extension/dashboard/chosen-labels';
import { Conversation } from '../../../src/extension/dashboard/conversation';
import { Versions } from '../../../src/extension/dashboard/dashboard-state';
import type { DashboardParts } from '../../../src/extension/dashboard/parts';
import type { AnalysisReport } from '../../../src/protocol/analysis';
import type { DashboardHostApi, DashboardState, DashboardViewApi } from '../../../src/protocol/dashboard';
import { type KeptReading, plainReading } from '../../../src/protocol/reading';
import { type Port, Rpc } from '../../../src/protocol/rpc';
import { analysedLog } from '../analysed-log';
import { labelsOf } from '../reported-labels';
import { EventEmitter, Uri } from '../vscode-stand-in';

const commands = vi.hoisted(() => [] as unknown[][]);

vi.mock('vscode', async () => ({
  ...(await import('../vscode-stand-in')),
  Disposable: {
    from: (...those: { dispose(): void }[]) => ({
      dispose: () => {
        for (const one of those) one.dispose();
      },
    }),
  },
  l10n: { bundle: undefined, t: (text: string) => text },
  commands: { executeCommand: (...command: unknown[]) => void commands.push(command) },
}));

type LogUri = NonNullable<ReturnType<ConstructorParameters<typeof Conversation>[2]['uri']>>;

const first = Uri.parse('file:/logs/first.log') as unknown as LogUri;
const second = Uri.parse('file:/logs/second.log') as unknown as LogUri;

/** Five lines were put in above all, and the eighth was edited itself. */
const lineNow = (line: number) => (line === 8 ? undefined : line + 5);

/** Both ends of a conversation whose messages arrive at once; `current` is the log the trees show. */
function conversation(
  current: () => LogUri | undefined,
  analysed: ReadonlySet<string> = new Set(),
  report: Partial<AnalysisReport> = {},
) {
  const changed = new EventEmitter<void>();
  const never = () => ({ dispose: () => undefined });
  const filters: [string, KeptReading['filter']][] = [];
  const asked: AbortSignal[] = [];
  /** A worker that goes on until nobody wants to know any more. */
  const untilAborted = (signal: AbortSignal) =>
    new Promise((_, reject) => {
      asked.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const parts = {
    analyses: {
      get: (uri: LogUri) =>
        analysed.has(uri.toString()) ? analysedLog([], { uri, lineNow }, report) : undefined,
      ask: () => ({ headlines: untilAborted }),
      isRunning: () => false,
      progressOf: () => null,
      isReadOn: () => false,
      onDidChange: changed.event,
      onDidProgress: never,
    },
    readings: {
      of: () => plainReading,
      change: (uri: LogUri, { filter }: KeptReading) => filters.push([uri.toString(), filter]),
      onDidChange: never,
    },
    compared: { get: () => undefined, onDidChange: never },
    metrics: { of: () => [], onDidChange: never },
  } as unknown as DashboardParts;
  const [page, host] = joinedEnds();
  const labels = new ChosenLabels();
  const versions = new Versions();
  const made = new Conversation(host.webview, parts, { size: 'panel', uri: current, labels, versions });
  const told: DashboardState[] = [];
  const asks = new Rpc<DashboardViewApi, DashboardHostApi>(page, {
    state: (state) => void told.push(state),
    range: () => undefined,
  });
  return { made, asks, told, filters, changed, asked };
}

function joinedEnds() {
  const listeners: { page?: (message: unknown) => void; host?: (message: unknown) => void } = {};
  const page: Port = {
    post: (message) => listeners.host?.(message),
    onMessage: (listener) => {
      listeners.page = listener;
    },
  };
  const webview = {
    postMessage: (message: unknown) => listeners.page?.(message),
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      listeners.host = listener;
    },
  } as unknown as ConstructorParameters<typeof Conversation>[0];
  return [page, { webview }] as const;
}

test('what a page does is done to the log it shows, not to the one that came to the front meanwhile', async () => {
  let current = first;
  const { asks, filters } = conversation(() => current);
  await asks.call('ready', undefined);
  current = second;
  await asks.call('setRange', null);
  expect(filters.map(([uri]) => uri)).toEqual([first.toString()]);
});

test('the summary says how far labels reach, and nothing of labels where there are none', async () => {
  const reach = '1 label covers {0} % of the records';
  const summaryOf = async (report: Partial<AnalysisReport>) => {
    const { asks } = conversation(() => first, new Set([first.toString()]), report);
    return (await asks.call('ready', undefined)).summary;
  };
  expect(await summaryOf({ labels: labelsOf([{ records: 12 }], { covered: 12 }) })).toContain(reach);
  expect(await summaryOf({})).not.toContain('label');
});

test('another log is told at once, what changes of the same a second later at most', async () => {
  let current: LogUri | undefined = first;
  const { asks, told, changed, made } = conversation(() => current);
  expect((await asks.call('ready', undefined)).uri).toBe(first.toString());
  changed.fire();
  expect(told).toEqual([]);
  current = second;
  changed.fire();
  expect(told.map(({ uri }) => uri)).toEqual([second.toString()]);
  current = undefined;
  changed.fire();
  expect(told.at(-1)?.uri).toBeNull();
  made.dispose();
});

test('a page that went is told nothing, and a conversation that ended listens no longer', async () => {
  let current = first;
  const { asks, told, changed, made } = conversation(() => current);
  await asks.call('ready', undefined);
  made.hidden();
  current = second;
  changed.fire();
  expect(told).toEqual([]);
  await asks.call('ready', undefined);
  made.dispose();
  current = first;
  changed.fire();
  expect(told).toEqual([]);
});

test('what a page asked ends in the worker when the page goes, and the page that comes asks again', async () => {
  const { asks, asked, made } = conversation(() => first, new Set([first.toString()]));
  await asks.call('ready', undefined);
  asks.call('headlines', undefined).catch(() => undefined);
  await expect.poll(() => asked.length).toBe(1);
  made.hidden();
  expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
  await asks.call('ready', undefined);
  asks.call('headlines', undefined).catch(() => undefined);
  await expect.poll(() => asked.map(({ aborted }) => aborted)).toEqual([true, false]);
  made.dispose();
  expect(asked.map(({ aborted }) => aborted)).toEqual([true, true]);
});

const revealed = [
  { what: 'of a finding or an incident, where it is said to stand', method: 'reveal', line: 19, at: 20 },
  { what: 'of the analysed text, where it is since edits', method: 'revealAnalysed', line: 19, at: 25 },
  { what: 'that was edited itself, where it was', method: 'revealAnalysed', line: 7, at: 8 },
] as const;

test.each(revealed)('goes to a line $what', async ({ method, line, at }) => {
  const { asks, made } = conversation(() => first, new Set([first.toString()]));
  await asks.call('ready', undefined);
  commands.length = 0;
  await asks.call(method, line as never);
  expect(commands).toEqual([['oddline.revealLine', { uri: first.toString(), line: at }]]);
  made.dispose();
});

test('labels stay with a log that gets another name', () => {
  const labels = new ChosenLabels();
  const paths = labels as unknown as { readonly paths: Map<string, string> };
  paths.paths.set(first.toString(), '/labels/first.csv');
  expect(labels.all().map(({ uri }) => uri.toString())).toEqual([first.toString()]);
  labels.rename(first, second);
  expect([labels.of(first), labels.of(second)]).toEqual([undefined, '/labels/first.csv']);
});
