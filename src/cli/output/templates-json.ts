import type { SourceIndex } from '../../engine/model/units';
import type { ParametersOf } from '../../engine/records/parameter-summaries';
import type { MinedLogs } from '../../node/analyse-logs';
import { templateJson } from './analysis-json';
import { jsonList, schema } from './json';

/** Template ids on one line of the document; a line a number would double its size. */
const idsPerRow = 1000;

/** The document of `oddline templates --format json`, in pieces; docs/cli.md is its contract. */
export function* templatesJson(
  { templates, session }: MinedLogs,
  paths: readonly string[],
  parametersOf: ParametersOf | undefined,
): Generator<string> {
  const lines = paths.map(() => 0);
  yield `{"schema":${schema},\n"templates":`;
  yield* jsonList(templates, (template) => {
    const found = parametersOf?.(template.id);
    return { ...templateJson(template), lookedAt: found?.lookedAt, parameters: found?.parameters };
  });
  yield ',\n"lines":[';
  yield* rowsOf(templatesOfLines(session, lines));
  yield '],\n"sources":';
  yield* jsonList(paths, (path, index) => ({ path, lines: lines[index] }));
  yield '}\n';
}

/** Of all sources; counts their lines. */
function* templatesOfLines(session: MinedLogs['session'], lines: number[]): Generator<number> {
  for (const index of lines.keys()) {
    for (const id of session.templates.templatesOfLines(index as SourceIndex)) {
      lines[index]++;
      yield id;
    }
  }
}

function* rowsOf(ids: Iterable<number>): Generator<string> {
  let row: number[] = [];
  let separator = '\n';
  for (const id of ids) {
    row.push(id);
    if (row.length < idsPerRow) continue;
    yield separator + row.join(',');
    separator = ',\n';
    row = [];
  }
  if (row.length > 0) yield separator + row.join(',');
}
