import * as vscode from 'vscode';
import { LinesWorkerClient } from '../node/lines/lines-worker-client';
import { SearchClient } from '../node/search/search-client';
import type { Analyses } from './shared/analyses';
import { LineThreads } from './shared/line-threads';
import type { LogFiles } from './shared/log-files';
import type { MergeOrders } from './shared/merge-orders';
import type { Readings } from './shared/readings';
import { ShownLogs } from './shared/shown-logs';
import { ShownRows } from './shared/shown-rows';

export interface LogThreadsParts {
  readonly analyses: Analyses;
  readonly readings: Readings;
  readonly files: LogFiles;
  readonly orders: MergeOrders;
}

/** The threads that keep and search the text of logs; none starts before a log is shown. */
export interface LogThreads {
  readonly threads: LineThreads;
  readonly search: SearchClient;
  readonly shownLogs: ShownLogs;
}

export function createLogThreads(
  context: vscode.ExtensionContext,
  { analyses, readings, files, orders }: LogThreadsParts,
): LogThreads {
  const worker = (name: string) => context.asAbsolutePath(`dist/${name}`);
  const linesPath = worker('lines-worker.js');
  const search = new SearchClient({ workerPath: worker('search-worker.js') });
  const threads = new LineThreads(
    (listeners) => new LinesWorkerClient({ workerPath: linesPath, ...listeners }),
    files,
  );
  const shownLogs = new ShownLogs(
    threads,
    readings,
    (log) =>
      new ShownRows({
        log,
        analyses,
        search,
        analyse: (uri) => vscode.commands.executeCommand('oddline.detectAnomalies', uri),
        order: (clockOffsets, waiting) => orders.orderOf(log, clockOffsets, waiting),
      }),
  );
  context.subscriptions.push(threads, search);
  return { threads, search, shownLogs };
}
