import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { isLog } from '../shared/log-documents';
import { logOf } from '../shared/understood-uri';

/** The log a command is about: of the uri or tree row it was given, else the one in front, else the one the trees show. */
export function targetOf(argument: unknown, analyses: Analyses): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return logOf(argument);
  const ofRow = uriOfRow(argument);
  if (ofRow) return ofRow;
  const active = activeUri();
  return active && (analyses.get(active) || isLog(active)) ? active : analyses.current()?.uri;
}

function uriOfRow(row: unknown): vscode.Uri | undefined {
  const log = typeof row === 'object' && row !== null && 'log' in row ? row.log : undefined;
  const uri = typeof log === 'object' && log !== null && 'uri' in log ? log.uri : undefined;
  return uri instanceof vscode.Uri ? uri : undefined;
}
