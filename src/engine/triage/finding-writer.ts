import type { TemplateStatistics } from '../features/template-statistics';
import type { Finding, Reason } from '../model/finding';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex } from '../model/units';
import type { SourceTexts } from '../records/source-texts';
import { type Fusion, severityOf } from './fusion';
import { Identities } from './identity';
import type { Judgement } from './judgement';
import { NormalEvidence } from './normal/normal-evidence';
import { StrongestRecords } from './strongest-records';

const stepFindings = 4096;
/** Records whose surroundings are read back from the source: more findings than a person looks at. */
const mostReadBack = 500;

/** Turns records into findings: reasons, evidence and identity beside the columns. */
export class FindingWriter {
  private readonly records: RecordTable;
  private readonly identities: Identities;
  private readonly evidence: NormalEvidence;

  constructor(
    private readonly templates: TemplateStatistics,
    private readonly judgement: Judgement,
    private readonly fusion: Fusion,
    texts: SourceTexts,
  ) {
    this.records = templates.records;
    this.identities = new Identities(templates.records, templates.mined);
    this.evidence = new NormalEvidence(templates, texts);
  }

  /** To be run to its end, once, with every record that will be written; yields now and then. */
  *prepare(wanted: Iterable<RecordIndex>): Generator<void, void> {
    const ascending = [...new Set(wanted)].sort((a, b) => a - b);
    yield* this.identities.identify(ascending);
    yield* this.evidence.gather(ascending, this.strongest(ascending));
  }

  private strongest(ascending: readonly RecordIndex[]): RecordIndex[] {
    const strongest = new StrongestRecords(mostReadBack);
    for (const record of ascending) strongest.offer(record, this.fusion.score(record));
    return strongest.inOrder();
  }

  *write(wanted: readonly RecordIndex[]): Generator<void, Finding[]> {
    const findings: Finding[] = [];
    for (const record of wanted) {
      if (findings.push(this.finding(record)) % stepFindings === 0) yield;
    }
    return findings;
  }

  private finding(record: RecordIndex): Finding {
    const { records } = this;
    const score = this.fusion.score(record);
    const { id, formerIds } = this.identities.of(record);
    const source = records.sourceOfRecord(record);
    const line = records.lineNumber(records.firstLine.get(record) as LineIndex);
    const time = records.time.nanosecondsText(record);
    return {
      id,
      formerIds,
      source,
      line,
      endLine: records.lineNumber(records.lastLine(record)),
      time,
      level: levelName(records.levelAt(record)),
      severity: severityOf(score),
      score,
      templateId: this.templates.templateOf(record),
      repeats: { count: 1, source, line, time },
      category: null,
      hint: null,
      reasons: this.reasons(record),
    };
  }

  /** What normal looks like stands with the strongest reason. */
  private reasons(record: RecordIndex): Reason[] {
    const [strongest, ...others] = this.judgement.reasons(record);
    const normal = this.evidence.of(record);
    if (normal === undefined) return [strongest, ...others];
    return [{ ...strongest, evidence: [normal, ...strongest.evidence] }, ...others];
  }
}
