import type { DetectorInput } from '../detectors/detector';
import { CategoryGuess } from '../detectors/rules/category';
import type { TaughtLabel } from '../labels/label';
import { categoryOfLabel, labelReason } from '../labels/label-reason';
import type { ResolvedLabels } from '../labels/resolve/resolved-labels';
import type { Category, Finding, Reason, Repeats } from '../model/finding';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex, SignatureId } from '../model/units';
import type { SourceTexts } from '../records/source-texts';
import type { Episode } from './folding';
import { Identities } from './identity';
import type { Judgement } from './judgement';
import { NormalEvidence } from './normal/normal-evidence';
import { triagePatterns } from './sentences';
import type { Severities } from './severity';
import { Strongest } from './strongest';

const stepFindings = 4096;
/** Records whose surroundings are read back from the source: more findings than a person looks at. */
const mostReadBack = 500;

/** Turns records into findings: reasons, evidence and identity beside the columns. */
export class FindingWriter {
  private readonly records: RecordTable;
  private readonly identities: Identities;
  private readonly evidence: NormalEvidence;
  private readonly categories = new CategoryGuess();

  constructor(
    private readonly input: DetectorInput & { readonly texts: SourceTexts; readonly labels: ResolvedLabels },
    private readonly judgement: Judgement,
    private readonly severities: Severities,
  ) {
    const { records, templates, texts } = input;
    this.records = records;
    this.identities = new Identities(records, templates.mined);
    this.evidence = new NormalEvidence(templates, texts);
  }

  /** To be run to its end, once, with all that will be written; yields now and then. */
  *prepare(wanted: Iterable<Episode>): Generator<void, void> {
    const scores = new Map([...wanted].map(({ first, score }) => [first, score]));
    const ascending = [...scores.keys()].sort((a, b) => a - b);
    const strongest = new Strongest<RecordIndex>(mostReadBack);
    for (const record of ascending) strongest.offer(record, scores.get(record) ?? 0);
    yield* this.identities.identify(ascending);
    yield* this.evidence.gather(ascending, strongest.inOrder());
  }

  *write(wanted: readonly Episode[]): Generator<void, Finding[]> {
    const findings: Finding[] = [];
    for (const episode of wanted) {
      if (findings.push(this.finding(episode)) % stepFindings === 0) yield;
    }
    return findings;
  }

  /** Its first record stands for all of them, and the strongest says why. */
  private finding(episode: Episode): Finding {
    const { records } = this;
    const { first: record, strongest, score } = episode;
    const { id, formerIds, twin } = this.identities.of(record);
    const concern = this.judgement.concernOf(strongest);
    const label = this.labelOf(record);
    const called = label === undefined ? null : categoryOfLabel(label);
    const place = this.placeOf(record);
    const last = episode.last === record ? place : this.placeOf(episode.last);
    return {
      id,
      formerIds,
      ...(twin !== undefined && { twin }),
      ...place,
      endLine: records.lineNumber(records.lastLine(record)),
      level: levelName(records.levelAt(record)),
      severity: this.severities.of(episode),
      score,
      templateId: this.input.templates.templateOf(record),
      repeats: { count: episode.count, ...last },
      category: called ?? concern?.category ?? this.categoryOf(record),
      hint: concern?.hint ?? null,
      reasons: [...(label === undefined ? [] : [labelReason(label)]), ...this.reasons(episode)],
    };
  }

  /** The one that calls it anomalous. */
  private labelOf(record: RecordIndex): TaughtLabel | undefined {
    const { labels } = this.input;
    return labels.fires(record) ? labels.given[labels.labelOf(record)] : undefined;
  }

  /** A guess by its words, where no rule fits. */
  private categoryOf(record: RecordIndex): Category | null {
    const { mined } = this.input.templates;
    return this.categories.of(mined.tokensOf(this.records.signature.get(record) as SignatureId), '');
  }

  private placeOf(record: RecordIndex): Omit<Repeats, 'count'> {
    const { records } = this;
    return {
      source: records.sourceOfRecord(record),
      line: records.lineNumber(records.firstLine.get(record) as LineIndex),
      time: records.time.nanosecondsText(record),
    };
  }

  /** What normal looks like stands with the strongest reason. */
  private reasons(episode: Episode): Reason[] {
    const [strongest, ...others] = this.ownReasons(episode);
    const normal = this.evidence.of(episode.first);
    // A label may speak of what no detector scored.
    if (strongest === undefined) return [];
    if (normal === undefined) return [strongest, ...others];
    return [{ ...strongest, evidence: [normal, ...strongest.evidence] }, ...others];
  }

  /** Of the strongest record, with its line where they are not the first one's as well. */
  private ownReasons({ first, strongest, count }: Episode): Reason[] {
    const reasons = this.judgement.reasons(this.input, strongest);
    if (strongest === first) return reasons;
    const known = new Set(this.judgement.reasons(this.input, first).map(messageKey));
    const { source, line } = this.placeOf(strongest);
    const here = { source, line, note: { pattern: triagePatterns.repeat, values: [count] } };
    return reasons.map((reason) =>
      known.has(messageKey(reason)) ? reason : { ...reason, evidence: [here, ...reason.evidence] },
    );
  }
}

function messageKey({ detector, message }: Reason): string {
  return JSON.stringify([detector, message.pattern, message.values]);
}
