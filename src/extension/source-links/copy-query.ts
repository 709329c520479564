import * as vscode from 'vscode';
import { dslOfFilter, ecsFields } from '../../node/sources/queries/dsl-of-filter';
import type { WrittenQuery } from '../../node/sources/queries/filter-words';
import { logqlOfFilter } from '../../node/sources/queries/logql-of-filter';
import { localise } from '../shared/localise';
import { type QueryTarget, queryTarget, type TargetParts } from './remote-target';

/** A log that came from nowhere has no selector: all streams, which whoever pastes it narrows. */
const anyStream = '{service_name=~".+"}';

export async function copyAsLogql(argument: unknown, parts: TargetParts): Promise<void> {
  const target = await queryTarget(argument, parts);
  if (target) await copy(logqlOf(target));
}

export async function copyAsDsl(argument: unknown, parts: TargetParts): Promise<void> {
  const target = await queryTarget(argument, parts);
  if (target) await copy(dslOf(target));
}

export function logqlOf({ remote, filter }: QueryTarget): WrittenQuery {
  return logqlOfFilter(remote?.query.kind === 'loki' ? remote.query.logql : anyStream, filter);
}

export function dslOf({ remote, filter }: QueryTarget): WrittenQuery {
  if (remote?.query.kind !== 'elastic' || remote.source.kind !== 'elastic') return dslOfFilter(null, filter);
  const { messageField, timeField } = remote.source;
  const fields = {
    ...ecsFields,
    ...(messageField && { message: messageField }),
    ...(timeField && { time: timeField }),
  };
  const { kind, text } = remote.query.text;
  const query =
    kind === 'dsl'
      ? (JSON.parse(text) as Readonly<Record<string, unknown>>)
      : { query_string: { query: text } };
  return dslOfFilter(query, filter, fields);
}

async function copy({ text, leftOut }: WrittenQuery): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const told = [vscode.l10n.t('The query is copied.'), ...leftOut.map(localise)].join(' ');
  if (leftOut.length > 0) void vscode.window.showInformationMessage(told);
  else void vscode.window.setStatusBarMessage(told, 4000);
}
