import type { MergedRecord } from '../../engine/merge/merged-records';
import { schema } from './json';

export interface MergedSource {
  readonly path: string;
  readonly name: string;
  readonly lines: number;
  /** Milliseconds. */
  readonly offset: number;
}

/** The document of `oddline merge --format json`, in pieces; docs/cli.md is its contract. */
export async function* mergedJson(
  sources: readonly MergedSource[],
  records: AsyncIterable<MergedRecord & { readonly text: string }>,
): AsyncGenerator<string> {
  yield `{"schema":${schema},\n"sources":${JSON.stringify(sources)},\n"records":[`;
  let separator = '\n';
  for await (const { source, line, time, level, text } of records) {
    yield separator +
      JSON.stringify({ source, line, time: time === null ? null : String(time), level, text });
    separator = ',\n';
  }
  yield separator === '\n' ? ']}\n' : '\n]}\n';
}
