import { compareLogs } from './compare-logs';
import { getLines } from './get-lines';
import { getOverview } from './get-overview';
import { getSession } from './get-session';
import { getVolume } from './get-volume';
import { listIncidents } from './list-incidents';
import { listTemplates } from './list-templates';
import { querySource } from './query-source';
import { searchLog } from './search-log';
import type { LogTool, ToolDeclaration } from './tool';

/** What a model may use to look into a log. All of them only read. */
export const logTools: readonly LogTool[] = [
  getOverview,
  listIncidents,
  listTemplates,
  searchLog,
  getLines,
  getSession,
  getVolume,
  compareLogs,
];

/** All that a model can be told of; `query_source` only where the reader attached a source. */
export const toolDeclarations: readonly ToolDeclaration[] = [...logTools, querySource];
