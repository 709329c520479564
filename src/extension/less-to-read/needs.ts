import type { Analyses } from '../shared/analyses';
import type { LogEditors } from '../shared/log-editors';
import type { Readings } from '../shared/readings';
import type { FilteredViews } from './filtered-views';
import type { NativeLogs } from './native-logs';

/** What the commands of this slice work on. */
export interface LessToRead {
  readonly readings: Readings;
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly logs: NativeLogs;
  readonly views: FilteredViews;
}
