import type * as vscode from 'vscode';
import type { SearchClient } from '../../node/search/search-client';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { ComparedLines } from '../shared/compared-lines';
import type { LineLabels } from '../shared/line-labels';
import type { LineThreads } from '../shared/line-threads';
import type { LogEditors } from '../shared/log-editors';
import type { Output } from '../shared/output';
import type { Readings } from '../shared/readings';
import type { RemoteLogs } from '../shared/remote-logs';
import type { Settings } from '../shared/settings';
import type { ShownLogs } from '../shared/shown-logs';

/** What the big-log editor is made of. */
export interface BigLogParts {
  readonly analyses: AnalysedLogs;
  readonly threads: LineThreads;
  readonly shownLogs: ShownLogs;
  readonly readings: Readings;
  readonly remote: RemoteLogs;
  readonly editors: LogEditors;
  /** What comparisons mark. */
  readonly compared: ComparedLines;
  /** What people said of lines. */
  readonly labels: LineLabels;
  readonly search: Pick<SearchClient, 'search' | 'spans'>;
  readonly settings: Settings;
  readonly output: Output;
  /** The extension's own folder. */
  readonly extensionUri: vscode.Uri;
  /** Where views were, over sessions. */
  readonly memento: vscode.Memento;
}
