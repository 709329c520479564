import type { RecordTable } from '../../model/record-table';
import type { SignatureId, TemplateId } from '../../model/units';
import { shapeOf } from '../sequence-shape';
import type { SequenceCuts } from './cut-records';
import { Mark, type RecordMarks } from './record-marks';

/** What of a sequence has to be known to choose and to split: 16 bytes each. */
export interface SequenceMarks {
  /** 1 where one of its records is anomalous. */
  readonly anomalous: Uint8Array;
  /** The strongest word for that label: `Mark.none` where nobody said anything. */
  readonly said: Uint8Array;
  /** Into the names of the record marks; 0 for none. */
  readonly categories: Uint16Array;
  /** 53 bits of its templates in their order; those that differ in digits alone count as one. */
  readonly shapes: Float64Array;
}

export interface MarkedTemplates {
  templateOf(signature: SignatureId): TemplateId;
  template(id: TemplateId): { readonly pattern: string };
}

const stepSequences = 4096;

/** The first pass: no text is read. Yields the share done. */
export function* markSequences(
  records: RecordTable,
  templates: MarkedTemplates,
  cuts: SequenceCuts,
  given: RecordMarks,
): Generator<number, SequenceMarks> {
  const { count } = cuts;
  const kinds = new TemplateKinds(templates);
  const marks = {
    anomalous: new Uint8Array(count),
    said: new Uint8Array(count),
    categories: new Uint16Array(count),
    shapes: new Float64Array(count),
  };
  for (let sequence = 0; sequence < count; sequence++) {
    const own = cuts.recordsOf(sequence);
    const { mark, category } = strongest(own, given);
    marks.said[sequence] = mark;
    marks.anomalous[sequence] = mark >= Mark.anomalous ? 1 : 0;
    marks.categories[sequence] = category;
    marks.shapes[sequence] = hashOf(own, (record) => kinds.of(records.signature.get(record) as SignatureId));
    if (sequence % stepSequences === stepSequences - 1) yield sequence / count;
  }
  return marks;
}

/** What a person called anomalous goes before what was found, that before what a person called normal; the first one's category. */
function strongest(
  records: Uint32Array,
  { marks, categories }: RecordMarks,
): { readonly mark: number; readonly category: number } {
  let mark: number = Mark.none;
  let category = 0;
  for (const record of records) {
    const own = marks[record];
    if (rank[own] > rank[mark]) {
      mark = own;
      category = categories[record];
    } else if (own === mark && category === 0) category = categories[record];
  }
  return { mark, category };
}

/** By mark. */
const rank = [0, 1, 3, 2];

/** Templates whose patterns differ in digits alone are of one kind. */
class TemplateKinds {
  private readonly bySignature: number[] = [];
  private readonly byShape = new Map<number, number>();

  constructor(private readonly templates: MarkedTemplates) {}

  of(signature: SignatureId): number {
    const known = this.bySignature[signature];
    if (known !== undefined) return known;
    const shape = shapeOf([this.templates.template(this.templates.templateOf(signature)).pattern]);
    const kind = this.byShape.get(shape) ?? this.byShape.size;
    this.byShape.set(shape, kind);
    this.bySignature[signature] = kind;
    return kind;
  }
}

function hashOf(records: Uint32Array, kindOf: (record: number) => number): number {
  let high = 0x811c9dc5;
  let low = 0x2f0b4f1d;
  for (const record of records) {
    const kind = kindOf(record);
    high = Math.imul(high ^ kind, 0x01000193);
    high = Math.imul(high ^ (high >>> 15), 0x85ebca6b);
    low = Math.imul(low ^ kind ^ (low >>> 15), 0x5bd1e995);
  }
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0);
}
