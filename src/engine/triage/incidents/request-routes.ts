import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import { identifiersOf } from '../normal/identifiers';
import type { RecordPassages } from '../normal/record-passages';
import type { ServiceId, ServiceNames } from './service-names';

/** Requests like it that are followed, the lines read to find them, and the records before it they are sought among. */
const mostFollowed = 12;
const mostRead = 120;
const soughtAmong = 20_000;
const identifiersTried = 2;
const longestRequest = 40;

/**
 * Which services requests of a kind go through when all is well: those before it that begin with the same words, but for
 * numbers and identifiers. For a complaint that does not say of whom.
 */
export class RequestRoutes {
  constructor(
    private readonly records: RecordTable,
    private readonly passages: RecordPassages,
    private readonly services: ServiceNames,
  ) {}

  /** By service, how many of the requests followed it took part in; empty where the record belongs to no request. */
  servicesLike(record: RecordIndex): ReadonlyMap<ServiceId, number> {
    const taken = new Map<ServiceId, number>();
    const [identifier] = identifiersOf(this.passages.firstLine(record));
    if (identifier === undefined) return taken;
    const arrival = this.passages.before(record).holding(identifier.text, 1)[0];
    if (arrival === undefined) return taken;
    for (const other of this.like(arrival))
      for (const service of this.servicesOfRequest(other)) taken.set(service, (taken.get(service) ?? 0) + 1);
    return taken;
  }

  /** Earlier records of its wording, with its words. */
  private like(arrival: RecordIndex): RecordIndex[] {
    const { signature, sources } = this.records;
    const wanted = signature.get(arrival);
    const { firstRecord } = sources[this.records.sourceOfRecord(arrival)];
    const shape = shapeOf(this.passages.firstLine(arrival));
    const found: RecordIndex[] = [];
    const end = Math.max(firstRecord, arrival - soughtAmong);
    let read = 0;
    for (let at = arrival - 1; at >= end && found.length < mostFollowed && read < mostRead; at--) {
      if (signature.get(at) !== wanted) continue;
      read++;
      if (shapeOf(this.passages.firstLine(at as RecordIndex)) === shape) found.push(at as RecordIndex);
    }
    return found;
  }

  private servicesOfRequest(arrival: RecordIndex): Set<ServiceId> {
    const taken = new Set<ServiceId>();
    for (const { text } of identifiersOf(this.passages.firstLine(arrival)).slice(0, identifiersTried)) {
      for (const each of this.passages.nextHoldings(arrival, text, longestRequest))
        taken.add(this.services.of(each));
      if (taken.size > 0) return taken;
    }
    return taken;
  }
}

function shapeOf(line: string): string {
  const withoutIds = identifiersOf(line).reduce((text, { text: id }) => text.replaceAll(id, '#'), line);
  return withoutIds.replace(/\d+/g, '#');
}
