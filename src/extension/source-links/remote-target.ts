import * as vscode from 'vscode';
import type { LogFilter } from '../../engine/filter/filter';
import type { LogSource, SourceQuery } from '../../protocol/log-source';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { chooseTemplate } from '../shared/choose-template';
import type { LogSources } from '../shared/log-sources';
import { remoteLogOf } from '../shared/log-uri';
import type { Readings } from '../shared/readings';
import { isTemplateArgument } from '../shared/template-argument';
import { templateTitle } from '../shared/template-title';

export interface TargetParts {
  readonly analyses: Analyses;
  readonly readings: Readings;
  readonly sources: LogSources;
}

/** What a query is to be made of: the log, and how it is narrowed. */
export interface QueryTarget {
  /** Of a remote log; undefined of any other. */
  readonly remote: { readonly source: LogSource; readonly query: SourceQuery } | undefined;
  readonly filter: LogFilter;
}

/** The template of the row that was used; else what the log in front is filtered by. Undefined where there is no log. */
export async function queryTarget(
  argument: unknown,
  { analyses, readings, sources }: TargetParts,
): Promise<QueryTarget | undefined> {
  if (isTemplateArgument(argument)) {
    const chosen = await chooseTemplate(analyses, argument);
    if (!chosen) return undefined;
    const { pieces } = chosen.template;
    const test = { kind: 'template', title: templateTitle(chosen.template), pieces } as const;
    const filter: LogFilter = { clauses: [{ mode: 'include', test, enabled: true }], context: 0 };
    return { remote: remoteOf(chosen.log.uri, sources), filter };
  }
  const uri = argument instanceof vscode.Uri ? argument : activeUri();
  return uri && { remote: remoteOf(uri, sources), filter: readings.of(uri).filter };
}

function remoteOf(uri: vscode.Uri, sources: LogSources): QueryTarget['remote'] {
  const remote = remoteLogOf(uri);
  const source = remote && sources.get(remote.source);
  return source && { source, query: remote.query };
}
