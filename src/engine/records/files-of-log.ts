import { sourceNames } from '../merge/source-names';
import type { LineInFile } from '../model/cited-record';
import type { RecordTable } from '../model/record-table';
import type { LineIndex } from '../model/units';

/** Whoever named a file may have put anything into it. */
const misleading = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;
const longestName = 120;

/** Which file a line is in, where a log has several; of a log of one file there is nothing to tell. Baselines are none of its files. */
export class FilesOfLog {
  /** By source: logs stand before baselines. */
  readonly names: readonly string[];

  constructor(private readonly records: RecordTable) {
    const paths = records.sources.flatMap(({ role, path }) => (role === 'log' ? [path] : []));
    this.names = paths.length > 1 ? sourceNames(paths).map(shownName) : [];
  }

  nameOf(line: LineIndex): string | undefined {
    return this.names.length === 0 ? undefined : this.names[this.records.sourceOfLine(line)];
  }

  placeOf(line: LineIndex): LineInFile | undefined {
    const name = this.nameOf(line);
    if (name === undefined) return undefined;
    const source = this.records.sourceOfLine(line);
    return { source, name, line: this.records.lineNumberIn(source, line) };
  }
}

function shownName(name: string): string {
  return name.replace(misleading, ' ').slice(-longestName);
}
