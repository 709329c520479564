import * as vscode from 'vscode';

/**
 * A log of several files has a uri of its own, which says all that opens it again: of `oddline-set` the path is that of one of the rotated
 * files (the set is found again each time), of `oddline-merge` the query holds the sources.
 */
export const setScheme = 'oddline-set';
export const mergeScheme = 'oddline-merge';

/** The files of a merge, as its uri's query says in JSON. */
export interface MergeSources {
  /** `uri.toString()` of each: files, rotated sets, later remote logs. */
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

export function isMerge(uri: vscode.Uri): boolean {
  return uri.scheme === mergeScheme;
}

/** Shown by the big-log editor alone. */
export function isOfSeveralFiles(uri: vscode.Uri): boolean {
  return uri.scheme === setScheme || uri.scheme === mergeScheme;
}
