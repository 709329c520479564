import * as vscode from 'vscode';
import type { SourceQuery } from '../../protocol/log-source';
import type { PlannedSpan } from '../../protocol/survey';

/**
 * A log that is no single file has a uri of its own, which says all that opens it again: of `oddline-set` the path is that of one of the rotated
 * files (the set is found again each time), of `oddline-merge` the query holds the sources, of `oddline-remote` the name of a log source and
 * what it is asked, never an address or a key.
 */
export const setScheme = 'oddline-set';
export const mergeScheme = 'oddline-merge';
export const remoteScheme = 'oddline-remote';

/** What a remote log is. */
export interface RemoteLog {
  /** The name of a log source. */
  readonly source: string;
  readonly query: SourceQuery;
  /** What comes from now on is appended. */
  readonly live: boolean;
  /** Of a survey: only these parts of the query's span; null is all of it. */
  readonly parts: readonly PlannedSpan[] | null;
  /** Tells two fetches of the same query apart. */
  readonly time: number;
}

/** The files of a merge, as its uri's query says in JSON. */
export interface MergeSources {
  /** `uri.toString()` of each: files, rotated sets, remote logs. */
  readonly sources: readonly string[];
}

export function setUri(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: setScheme });
}

export function mergeUri(name: string, sources: readonly vscode.Uri[]): vscode.Uri {
  const merge: MergeSources = { sources: sources.map((uri) => uri.toString()) };
  return vscode.Uri.from({ scheme: mergeScheme, path: `/${name}`, query: JSON.stringify(merge) });
}

/** Undefined of a uri that is no merge's, or not as `mergeUri` makes them. */
export function mergedUris(uri: vscode.Uri): readonly vscode.Uri[] | undefined {
  if (uri.scheme !== mergeScheme) return undefined;
  try {
    const { sources } = JSON.parse(uri.query) as Partial<MergeSources>;
    if (!Array.isArray(sources) || !sources.every((one) => typeof one === 'string')) return undefined;
    return sources.map((one) => vscode.Uri.parse(one, true));
  } catch {
    return undefined;
  }
}

export function remoteUri(name: string, log: RemoteLog): vscode.Uri {
  return vscode.Uri.from({
    scheme: remoteScheme,
    path: `/${name.replaceAll('/', '∕')}`,
    query: JSON.stringify(log),
  });
}

/** Undefined of a uri that is no remote log's. What it holds is still to be checked: a restored window hands over any. */
export function remoteLogOf(uri: vscode.Uri): RemoteLog | undefined {
  if (uri.scheme !== remoteScheme) return undefined;
  try {
    const { source, query, live, parts, time } = JSON.parse(uri.query) as Partial<RemoteLog>;
    if (typeof source !== 'string' || typeof query !== 'object' || query === null) return undefined;
    return {
      source,
      query,
      live: live === true,
      parts: Array.isArray(parts) ? parts : null,
      time: Number(time),
    };
  } catch {
    return undefined;
  }
}

export function isMerge(uri: vscode.Uri): boolean {
  return uri.scheme === mergeScheme;
}

/** A rotated set, a merge or a remote log: shown by the big-log editor alone. */
export function isGathered(uri: vscode.Uri): boolean {
  return uri.scheme === setScheme || uri.scheme === mergeScheme || uri.scheme === remoteScheme;
}
