import { beyondOrdinals, surroundingsOf } from '../../triage/id-surroundings';
import type { Identity } from '../../triage/identity';
import { momentOf, type Written, writtenOf } from '../../triage/record-moment';

/** What is looked for: a record by an id, under which it may stand in the log as it is or have stood there while fewer records followed it. */
export interface WantedRecord extends Identity {
  /** Pattern of its template, as far as it is known: says among which records to look. */
  readonly template?: string | undefined;
}

/** Records after one whose id is known: 2, fewer at a log's end. */
export type Known = 0 | 1 | 2;

/** An id that is looked for. */
export interface WantedId {
  /** Among what is looked for. */
  readonly index: number;
  /** A former id is looked for only where it is a record's newest: at the end of a log that was longer once. */
  readonly isFormer: boolean;
  /** By its ordinal alone it is looked for only among records without a time. */
  readonly isTimed: boolean;
}

/** An id of a record that has a time. */
interface TimedId extends WantedId {
  /** What tells the ordinal. */
  readonly key: number;
  readonly written: Written;
  readonly twin: number;
}

/** Ids whose records have surroundings of one hash, or of one that is like it. */
interface Alike {
  /** By what tells the ordinal. */
  readonly byOrdinal: Map<number, WantedId[]>;
  readonly byMoment: Map<number, TimedId[]>;
}

const filterBits = 16;
const filterMask = (1 << filterBits) - 1;
const none: readonly WantedId[] = [];
const noTimed: readonly TimedId[] = [];

/** Of the records that have the same around them, those that are looked for. */
export interface AlikeWanted {
  /** `ordinal`: how many records before it have the same around them. */
  at(ordinal: number): readonly WantedId[];
  /** Of this time and this one of its twins, whatever the ordinal. */
  writtenAt(written: Written, twin: number): readonly WantedId[];
  /** Of that ordinal, and of a time that differs by whole quarters of an hour. */
  shiftedFrom(written: Written, ordinal: number): readonly WantedId[];
}

/**
 * Ids that are looked for, by what stands around a record. An id is the hash of that and of an ordinal: taken back, it tells with one
 * comparison whether a record can have it and what its ordinal must be, so that nothing needs to be counted but what is looked for. Where
 * the beginning of a log has gone, ordinals are others: of records with a time the time tells which is meant, whatever the ordinal.
 */
export class WantedIds {
  private readonly byHalves = new Map<number, Alike>();
  /** When those that have a time were written. */
  readonly moments = new Set<number>();
  /** 1 where an id with these bits is looked for: few of the others get as far as the map. */
  private readonly filter = new Uint8Array(1 << filterBits);

  constructor(wanted: readonly WantedRecord[]) {
    for (const [index, { id, formerIds, time, twin = 0 }] of wanted.entries()) {
      const timed = time === undefined ? undefined : { written: writtenOf(time), twin };
      if (timed) this.moments.add(momentOf(timed.written));
      for (const one of [id, ...formerIds]) this.add(one, index, one !== id, timed);
    }
  }

  /** Those that records may have whose surroundings have this hash; undefined where there is none. */
  around(upper: number, lower: number): AlikeWanted | undefined {
    const halves = upper ^ lower;
    if (this.filter[(halves ^ (halves >>> filterBits)) & filterMask] === 0) return undefined;
    const alike = this.byHalves.get(halves);
    if (alike === undefined) return undefined;
    const { byOrdinal, byMoment } = alike;
    const near = (written: Written) => byMoment.get(momentOf(written)) ?? noTimed;
    return {
      at: (ordinal) => byOrdinal.get((upper ^ ordinal) >>> 0) ?? none,
      writtenAt: (written, twin) =>
        near(written).filter(
          (one) => one.twin === twin && isSame(one.written, written) && beyondOrdinals(upper ^ one.key) === 0,
        ),
      shiftedFrom: (written, ordinal) => near(written).filter(({ key }) => (upper ^ ordinal) >>> 0 === key),
    };
  }

  private add(
    id: string,
    index: number,
    isFormer: boolean,
    timed: Pick<TimedId, 'written' | 'twin'> | undefined,
  ): void {
    const surroundings = surroundingsOf(id);
    if (surroundings === undefined) return;
    const { halves, key } = surroundings;
    const alike: Alike = this.byHalves.get(halves) ?? { byOrdinal: new Map(), byMoment: new Map() };
    const wanted = { index, isFormer, isTimed: timed !== undefined };
    addTo(alike.byOrdinal, key, wanted);
    if (timed) addTo(alike.byMoment, momentOf(timed.written), { ...wanted, ...timed, key });
    this.byHalves.set(halves, alike);
    this.filter[(halves ^ (halves >>> filterBits)) & filterMask] = 1;
  }
}

function isSame(one: Written, other: Written): boolean {
  return one.seconds === other.seconds && one.nanos === other.nanos;
}

function addTo<Wanted>(all: Map<number, Wanted[]>, key: number, wanted: Wanted): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [wanted]);
  else known.push(wanted);
}

/** With how many records after it an id was given; of labels that do not tell, any. */
export function knownOf({ formerIds }: Pick<WantedRecord, 'formerIds'>): readonly Known[] {
  if (formerIds.length === 0) return [0, 1, 2];
  return formerIds.length === 1 ? [1] : [2];
}
