import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { isLog } from '../shared/log-documents';
import { logName } from '../shared/log-name';
import { openLogs } from '../shared/log-target';

export type AskedLog =
  | { readonly uri: vscode.Uri }
  /** For the model, in English. */
  | { readonly problem: string };

/**
 * The log a model names by its uri, path or file name; where it names none, the one in front. Only logs that are open here or were
 * analysed can be named: a model is not to choose files.
 */
export function askedLog(named: unknown, analyses: Pick<Analyses, 'all' | 'current'>): AskedLog {
  const known = knownLogs(analyses);
  if (typeof named !== 'string' || named.trim() === '') {
    const front = frontLog(analyses) ?? known[0];
    return front ? { uri: front } : { problem: noneOpen };
  }
  const found = known.filter((uri) => isNamed(uri, named.trim()));
  if (found.length === 1) return { uri: found[0] };
  const names = (found.length === 0 ? known : found).map((uri) => uri.toString());
  if (names.length === 0) return { problem: noneOpen };
  const why = found.length === 0 ? 'No log of that name is open.' : 'Several logs have that name.';
  return { problem: `${why} There are: ${names.join(', ')}` };
}

const noneOpen = 'No log is open in the editor. Ask the user to open one.';

/** Analyses it where that was not done yet; undefined where that failed or was cancelled. */
export async function analysed(
  uri: vscode.Uri,
  analyses: Pick<Analyses, 'get'>,
): Promise<AnalysedLog | undefined> {
  const known = analyses.get(uri);
  if (known) return known;
  await vscode.commands.executeCommand('oddline.detectAnomalies', uri);
  return analyses.get(uri);
}

function frontLog(analyses: Pick<Analyses, 'current'>): vscode.Uri | undefined {
  const active = activeUri();
  return active && isLog(active) ? active : analyses.current()?.uri;
}

function knownLogs(analyses: Pick<Analyses, 'all'>): vscode.Uri[] {
  const uris = [...analyses.all().map(({ uri }) => uri), ...openLogs()];
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

function isNamed(uri: vscode.Uri, name: string): boolean {
  return name === uri.toString() || name === uri.fsPath || name === uri.path || name === logName(uri);
}
