import type { SourceIndex } from '../../engine/model/units';
import type { MinedLogs } from '../../node/analyse-logs';
import { templateJson } from './analysis-json';
import { jsonList, schema } from './json';

/** Template ids on one line of the document; a line a number would double its size. */
const idsPerRow = 1000;

/** The document of `oddline templates --format json`, in pieces; docs/cli.md is its contract. */
export function* templatesJson({ templates, session }: MinedLogs): Generator<string> {
  yield `{"schema":${schema},\n"templates":`;
  yield* jsonList(templates, templateJson);
  yield ',\n"lines":[';
  let row: number[] = [];
  let separator = '\n';
  for (const id of session.templatesOfLines(0 as SourceIndex)) {
    row.push(id);
    if (row.length < idsPerRow) continue;
    yield separator + row.join(',');
    separator = ',\n';
    row = [];
  }
  if (row.length > 0) yield separator + row.join(',');
  yield ']}\n';
}
