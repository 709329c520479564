import type { Sentence } from '../../model/finding';
import { levelName } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, SourceIndex } from '../../model/units';
import type { LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import type { DatasetSequence, SequenceRecord } from '../sequence';
import { type SplitName, splitNames } from '../split/split';
import type { ExportPlan } from './plan-export';
import { Mark } from './record-marks';
import { RecordTexts } from './record-texts';
import type { MarkedTemplates } from './sequence-marks';
import { leftOut } from './split-sequences';

/** Who said what a sequence is; null where nobody did, and it counts as normal. */
export type LabelledBy = 'person' | 'oddline' | null;

export interface PlacedSequence {
  readonly split: SplitName;
  readonly labelledBy: LabelledBy;
  /** What stands before the value that names its session; '' where nothing does. */
  readonly sessionName: string;
  readonly sequence: DatasetSequence;
}

export interface ExportInput {
  readonly records: RecordTable;
  readonly ends: readonly LinesEnd[];
  readonly templates: MarkedTemplates;
  readonly texts: SourceTexts;
  /** In the language of the data set. */
  readonly say: (sentence: Sentence) => string;
}

/** Told by `mark`. */
export const saidBy: readonly LabelledBy[] = [null, 'person', 'person', 'oddline'];
const mostReasons = 3;

/** The second pass: one sequence after the other in the order of the log; nothing of one is kept for the next. */
export function* exportSequences(input: ExportInput, plan: ExportPlan): Generator<PlacedSequence, number> {
  const reader = new SequenceReader(input, plan);
  for (const [at, sequence] of plan.chosen.kept.entries()) {
    const place = plan.places[at];
    if (place !== leftOut) yield reader.read(sequence, splitNames[place]);
  }
  return reader.cutRecords;
}

class SequenceReader {
  private readonly texts: RecordTexts;
  private readonly names: readonly string[];

  constructor(
    private readonly input: ExportInput,
    private readonly plan: ExportPlan,
  ) {
    const { records, ends, texts } = input;
    this.texts = new RecordTexts(records, ends, texts);
    this.names = sourceNames(records.sources.map(({ path }) => path));
  }

  get cutRecords(): number {
    return this.texts.cut;
  }

  read(number: number, split: SplitName): PlacedSequence {
    const { cuts, marks, sessions, given } = this.plan;
    const indices = cuts.recordsOf(number);
    const session = cuts.sessionOf(number);
    const source = this.input.records.sourceOfRecord(indices[0] as RecordIndex);
    const records = Array.from(indices, (record) => this.recordOf(record as RecordIndex, source));
    const times = records.flatMap(({ time }) => (time === null ? [] : [time]));
    const isAnomalous = marks.anomalous[number] === 1;
    const sequence: DatasetSequence = {
      id: `${this.names[source]}:${records[0].line}-${records[records.length - 1].line}`,
      label: isAnomalous ? 'anomalous' : 'normal',
      category: isAnomalous ? given.names[marks.categories[number]] || null : null,
      reasons: isAnomalous ? this.reasonsOf(indices) : [],
      records,
      session: session === null ? null : sessions.idOf(session),
      start: times[0] ?? null,
      end: times[times.length - 1] ?? null,
      source: this.names[source],
    };
    const sessionName = session === null ? '' : sessions.linkOf(session).name;
    return { split, labelledBy: saidBy[marks.said[number]], sessionName, sequence };
  }

  /** Records of a session may stand in the next file of a rotated log. */
  private recordOf(record: RecordIndex, first: SourceIndex): SequenceRecord {
    const { records, templates } = this.input;
    const { firstRecord, records: count } = records.sources[first];
    const source = record < firstRecord + count ? first : records.sourceOfRecord(record);
    const templateId = templates.templateOf(records.signature.get(record) as SignatureId);
    return {
      text: this.texts.of(record, source),
      line: records.lineNumberIn(source, records.firstLine.get(record)),
      level: levelName(records.levelAt(record)),
      time: records.time.nanosecondsText(record),
      templateId,
      template: templates.template(templateId).pattern,
    };
  }

  /** A person's words go first. */
  private reasonsOf(indices: Uint32Array): string[] {
    const { given, found } = this.plan;
    const { say } = this.input;
    const notes = [...indices].flatMap((record) => given.notes.get(record) ?? []);
    const reasons = [...indices].flatMap((record) =>
      given.marks[record] >= Mark.anomalous ? (found.get(record)?.reasons ?? []) : [],
    );
    return [...new Set([...notes, ...reasons.map(({ message }) => say(message))])].slice(0, mostReasons);
  }
}

/** The name of the file without its folders; where two have the same, with their numbers. */
function sourceNames(paths: readonly string[]): string[] {
  const names = paths.map((path) => path.split(/[\\/]/).pop() ?? path);
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}#${i + 1}`,
  );
}
