import type { LineNumber } from '../../engine/model/units';
import { sourceNames } from '../../node/merging/source-names';
import type { AnalysisReport } from '../../protocol/analysis';
import { LinesThroughAll } from './lines-through-all';

type Sources = Pick<AnalysisReport, 'sources'>['sources'];

/** The files a log is read from, by the names that stand beside their lines; none of a log that is one file. */
export function filesOfLog(sources: Sources): readonly { readonly name: string; readonly lines: number }[] {
  const logs = sources.filter(({ role }) => role === 'log');
  if (logs.length < 2) return [];
  const names = sourceNames(logs.map(({ path }) => path));
  return logs.map(({ lines }, index) => ({ name: names[index], lines }));
}

/** What to call lines that count through all files, as the editor shows them: `app.log.1:23`; undefined of a log that is one file. */
export function linesInFiles(sources: Sources, first: LineNumber, last = first): string | undefined {
  const files = filesOfLog(sources);
  if (files.length === 0) return undefined;
  const through = new LinesThroughAll(sources);
  const [begin, end] = [first, last].map((line) => through.placeOf(line));
  const named = `${files[begin.source]?.name}:${begin.line}`;
  if (begin.source !== end.source) return `${named}–${files[end.source]?.name}:${end.line}`;
  return begin.line === end.line ? named : `${named}–${end.line}`;
}
