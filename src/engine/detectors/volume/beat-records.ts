import type { RecordIndex, TemplateId } from '../../model/units';
import type { DetectorInput } from '../detector';

/** A template of more records is followed by windows, where a pause of it shows as well. */
const mostRecords = 4096;
/** Indices held at most, 4 bytes each. */
const mostHeld = 1 << 22;
const stepRecords = 1 << 16;

/** The records of templates that occur seldom enough to be the beat of a job, by template and component. */
export class BeatRecords {
  private readonly starts: Uint32Array;
  private readonly records: Uint32Array;

  constructor(
    private readonly input: Pick<DetectorInput, 'records' | 'templates'>,
    private readonly fewest: number,
  ) {
    const { templates } = input;
    this.starts = new Uint32Array(templates.templateLimit + 1);
    for (let template = 0; template < templates.templateLimit; template++) {
      const count = templates.logCount(template as TemplateId);
      const held = this.starts[template];
      const isHeld = count >= fewest && count <= mostRecords && held + count <= mostHeld;
      this.starts[template + 1] = held + (isHeld ? count : 0);
    }
    this.records = new Uint32Array(this.starts[templates.templateLimit]);
  }

  *gather(): Generator<void, void> {
    const { starts, records: held } = this;
    const { records, templates } = this.input;
    const next = starts.slice();
    for (const { role, firstRecord, records: count } of records.sources) {
      if (role === 'baseline') continue;
      for (let record = firstRecord as number; record < firstRecord + count; record++) {
        if (record % stepRecords === 0) yield;
        const template = templates.templateOfSignature[records.signature.get(record)];
        if (starts[template] === starts[template + 1]) continue;
        held[next[template]++] = record;
      }
    }
  }

  /** Records of one template and one component, ascending, `fewest` and more. */
  *series(): Generator<readonly RecordIndex[], void> {
    for (let template = 0; template + 1 < this.starts.length; template++) {
      const from = this.starts[template];
      const to = this.starts[template + 1];
      if (to > from) yield* this.byComponent(this.records.subarray(from, to));
    }
  }

  private byComponent(records: Uint32Array): (readonly RecordIndex[])[] {
    const { component } = this.input.records;
    const groups = new Map<number, RecordIndex[]>();
    for (const record of records) {
      const group = groups.get(component.get(record));
      if (group === undefined) groups.set(component.get(record), [record as RecordIndex]);
      else group.push(record as RecordIndex);
    }
    return [...groups.values()].filter((group) => group.length >= this.fewest);
  }
}
