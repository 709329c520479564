import type { RecordIndex } from '../../model/units';
import { identifiersOf } from '../normal/identifiers';
import type { RecordPassages } from '../normal/record-passages';
import { Strongest } from '../strongest';

/** Findings whose lines are read for it. */
const mostRead = 2_000;
const idsALine = 4;
/** What more findings share names no request but a host or a program. */
const mostSharing = 40;
const address = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g;

/** A finding's first record and what it is worth. */
interface Holder {
  readonly record: RecordIndex;
  readonly score: number;
}

/** Request ids, sessions, addresses in the first lines of the strongest findings. */
export class SharedIds {
  private readonly byRecord = new Map<RecordIndex, readonly string[]>();
  private readonly counts = new Map<string, number>();

  constructor(passages: Pick<RecordPassages, 'firstLine'>, holders: readonly Holder[]) {
    const strongest = new Strongest<RecordIndex>(mostRead);
    for (const { record, score } of holders) strongest.offer(record, score);
    for (const record of strongest.inOrder()) {
      const ids = idsOf(passages.firstLine(record));
      this.byRecord.set(record, ids);
      for (const id of ids) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    }
  }

  /** Those that may tie findings together, the likeliest first. */
  of(record: RecordIndex): readonly string[] {
    return (this.byRecord.get(record) ?? []).filter((id) => (this.counts.get(id) ?? 0) <= mostSharing);
  }
}

function idsOf(line: string): string[] {
  const identifiers = identifiersOf(line).slice(0, idsALine);
  return [
    ...new Set([...identifiers.map(({ text }) => text), ...(line.match(address) ?? []).slice(0, idsALine)]),
  ];
}
