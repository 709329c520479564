import type { SourceRow } from '../../model/record-table';
import type { SourceIndex } from '../../model/units';
import { gatherValues, type ValueLog } from './gather-values';
import { type Stretch, stretchesOf } from './stretches';
import { ValueColumns } from './value-columns';
import { ValueRows } from './value-rows';
import type { ValueSource } from './value-source';
import type { ValueTable } from './value-table';

/**
 * Records looked at where lines are read as they stand (two to five microseconds each): of up to so many all, of more
 * ever fewer, since what values cost must stay a small part of what the analysis does …
 */
const mostRead = 60_000;
const fewestRead = 30_000;
const readStretch = 2_000;
/** … and where each must be cut from what wraps it (ten times that). */
const mostCut = 20_000;
const cutStretch = 500;

/** Some records of one source that follow each other. */
export interface SourcePart extends Pick<SourceRow, 'firstRecord' | 'records'> {
  /** Of the source. */
  readonly index: number;
}

/** The values of all sources of a session, or of parts of them, gathered when they are first asked for. */
export class LogValues implements ValueSource {
  known: ValueTable | undefined;

  constructor(
    private readonly log: ValueLog,
    private readonly parts?: readonly SourcePart[],
  ) {}

  *table(): Generator<void, ValueTable> {
    this.known ??= yield* this.gather();
    return this.known;
  }

  private *gather(): Generator<void, ValueTable> {
    const columns = new ValueColumns();
    const rows = new ValueRows();
    yield* gatherValues(this.log, this.stretches(), columns, rows);
    return rows.finish(columns, this.log.records.recordCount);
  }

  /** In the order of records. */
  private stretches(): Stretch[] {
    const { records, readers } = this.log;
    const sources = this.parts ?? records.sources.map((source, index) => ({ ...source, index }));
    const total = sources.reduce((sum, part) => sum + part.records, 0);
    const isRead = (index: number) => readers[index as SourceIndex].firstLines !== undefined;
    const read = stretchesOf(
      sources.filter(({ index }) => isRead(index)),
      Math.max(fewestRead, Math.min(mostRead, mostRead ** 2 / total)),
      readStretch,
    );
    const cut = stretchesOf(
      sources.filter(({ index }) => !isRead(index)),
      mostCut,
      cutStretch,
    );
    return [...read, ...cut].sort((a, b) => a.from - b.from);
  }
}
