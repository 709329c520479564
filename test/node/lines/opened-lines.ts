import { MessageChannel } from 'node:worker_threads';
import { afterEach } from 'vitest';
import {
  LinesService,
  type LinesServiceTools,
  type LinesThreadApi,
} from '../../../src/node/lines/lines-service';
import { threadPort } from '../../../src/node/worker/thread-port';
import type {
  FollowedChange,
  LinesPage,
  LinesProgress,
  LogLinesHostApi,
  OpenedLines,
  OpenLinesRequest,
  PageStart,
  Row,
  ViewLine,
} from '../../../src/protocol/log-lines';
import { Rpc } from '../../../src/protocol/rpc';

type Call = Rpc<LogLinesHostApi, LinesThreadApi>['call'];

export interface Conversation {
  readonly call: Call;
  readonly changes: FollowedChange[];
  readonly snapshots: LinesProgress[];
  /** What the follower's timer would do. */
  look(): Promise<void>;
  page(start: PageStart, before: number, rows: number): Promise<LinesPage>;
  end(): Promise<void>;
}

const open = new Set<Conversation>();
afterEach(async () => {
  for (const one of open) await one.end();
});

/** Both ends of the conversation in this thread, without a clock: a followed file is looked at when a test says so. */
export function conversation(tools: Partial<LinesServiceTools> = {}): Conversation {
  const { port1, port2 } = new MessageChannel();
  let look = async (): Promise<void> => undefined;
  new LinesService(threadPort(port1), {
    free: async () => Number.POSITIVE_INFINITY,
    now: () => 0,
    polling: (_, looks) => {
      look = looks;
      return { stop: () => undefined };
    },
    ...tools,
  });
  const changes: FollowedChange[] = [];
  const snapshots: LinesProgress[] = [];
  const rpc = new Rpc<LogLinesHostApi, LinesThreadApi>(threadPort(port2), {
    progress: (snapshot) => void snapshots.push(snapshot),
    changed: (change) => void changes.push(change),
  });
  const call: Call = (...parameters) => rpc.call(...parameters);
  const one: Conversation = {
    call,
    changes,
    snapshots,
    async look() {
      await look();
      // Answers come in order: what was told before is here when this is.
      await call('rowOfLine', 0 as ViewLine);
    },
    page: (start, before, rows) => call('page', { start, before, rows }),
    async end() {
      open.delete(one);
      await call('close', undefined);
      rpc.close();
      port1.close();
      port2.close();
    },
  };
  open.add(one);
  return one;
}

export function openFiles(lines: Conversation, ...paths: string[]): Promise<OpenedLines> {
  const request: OpenLinesRequest = {
    sources: paths.map((path) => ({ kind: 'file', path, encoding: undefined })),
  };
  return lines.call('open', request);
}

export const fromRow = (row: number): PageStart => ({ kind: 'row', row: row as Row });
export const fromLine = (line: number): PageStart => ({ kind: 'line', line: line as ViewLine });

export const textsOf = ({ rows }: LinesPage): string[] => rows.map(({ text }) => text);

/** Lines as VS Code counts them; what follows the last line end is a line where there is something. */
export function naiveLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
