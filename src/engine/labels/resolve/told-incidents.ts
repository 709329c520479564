import type { Analysis } from '../../model/analysis';
import type { Finding } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex } from '../../model/units';
import type { IncidentSubject } from '../label';
import { identityOf } from '../record-names';
import type { LabelResolver } from './label-resolver';

/** The incidents that a log was told to have, as labels speak of them; `told.incidents` by their numbers here. */
export class ToldIncidents {
  readonly subjects: readonly IncidentSubject[];
  /** By record. Of incidents that share one the worse, which stands first, has it. */
  private readonly numbers = new Map<RecordIndex, number>();
  private readonly firsts: readonly (readonly RecordIndex[])[];

  constructor(told: Pick<Analysis, 'incidents' | 'findings'>, records: RecordTable) {
    const byId = new Map(told.findings.map((finding) => [finding.id, finding]));
    const findings = told.incidents.map((incident) => incident.findings.flatMap((id) => byId.get(id) ?? []));
    this.subjects = told.incidents.map(({ id }, number) => ({
      kind: 'incident',
      id,
      findings: findings[number].map(identityOf),
    }));
    this.firsts = findings.map((own) => own.flatMap((finding) => recordOf(finding, records) ?? []));
  }

  /** To be run to its end before anything is asked of records. */
  *gather(resolver: LabelResolver): Generator<void, void> {
    const occurrences = yield* resolver.occurrences(this.firsts);
    for (const [number, own] of occurrences.entries())
      for (const record of own) if (!this.numbers.has(record)) this.numbers.set(record, number);
  }

  /** -1 where the record is of none. */
  numberOf(record: RecordIndex): number {
    return this.numbers.get(record) ?? -1;
  }
}

function recordOf({ source, line }: Finding, records: RecordTable): RecordIndex | undefined {
  const index: LineIndex | undefined = records.lineOfNumber(source, line);
  return index === undefined ? undefined : records.recordOfLine(index);
}
