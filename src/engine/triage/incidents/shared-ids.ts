import type { RecordIndex } from '../../model/units';
import { identifiersOf } from '../normal/identifiers';

const idsALine = 4;
/** What more findings share names no request but a host or a program. */
const mostSharing = 40;
/** What ends in 0 is a network or a version (`Browser/131.0.0.0`), no host. */
const address = /(?<![\w.])(?:\d{1,3}\.){3}(?!0+(?!\d))\d{1,3}(?![\w.])/g;

/** Request ids, sessions, addresses in the first lines of findings. */
export class SharedIds {
  private readonly byRecord = new Map<RecordIndex, readonly string[]>();
  private readonly counts = new Map<string, number>();

  constructor(lines: ReadonlyMap<RecordIndex, string>) {
    for (const [record, line] of lines) {
      const ids = idsOf(line);
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
  const addresses = (line.match(address) ?? []).slice(0, idsALine);
  return [...new Set([...identifiers.map(({ text }) => text), ...addresses])];
}
