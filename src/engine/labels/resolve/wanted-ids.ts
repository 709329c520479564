import { beforeLastWord } from '../../triage/hash64';

/** What is looked for: a record by an id, under which it may stand in the log as it is or have stood there while fewer records followed it. */
export interface WantedRecord {
  readonly id: string;
  readonly formerIds: readonly string[];
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
}

/** Ids whose records have surroundings of one hash, or of one that is like it, by what tells the ordinal. */
type ByOrdinal = Map<number, WantedId[]>;

const filterBits = 16;
const filterMask = (1 << filterBits) - 1;
const hexDigits = /^[0-9a-f]{16}$/;
const none: readonly WantedId[] = [];

/** Of the records that have the same around them, those that are looked for. */
export interface AlikeWanted {
  /** `ordinal`: how many records before it have the same around them. */
  at(ordinal: number): readonly WantedId[];
}

/**
 * Ids that are looked for, by what stands around a record. An id is the hash of that and of an ordinal: taken back, it tells with one
 * comparison whether a record can have it and what its ordinal must be, so that nothing needs to be counted but what is looked for.
 */
export class WantedIds {
  private readonly byHalves = new Map<number, ByOrdinal>();
  /** 1 where an id with these bits is looked for: few of the others get as far as the map. */
  private readonly filter = new Uint8Array(1 << filterBits);

  constructor(wanted: readonly WantedRecord[]) {
    for (const [index, { id, formerIds }] of wanted.entries()) {
      this.add(id, index, false);
      for (const former of formerIds) this.add(former, index, true);
    }
  }

  /** Those that records may have whose surroundings have this hash; undefined where there is none. */
  around(upper: number, lower: number): AlikeWanted | undefined {
    const halves = upper ^ lower;
    if (this.filter[(halves ^ (halves >>> filterBits)) & filterMask] === 0) return undefined;
    const alike = this.byHalves.get(halves);
    return alike && { at: (ordinal) => alike.get((upper ^ ordinal) >>> 0) ?? none };
  }

  private add(id: string, index: number, isFormer: boolean): void {
    if (!hexDigits.test(id)) return;
    const upper = Number.parseInt(id.slice(0, 8), 16);
    const { upperAndWord, halves } = beforeLastWord(upper, Number.parseInt(id.slice(8), 16));
    const alike: ByOrdinal = this.byHalves.get(halves) ?? new Map();
    const key = upperAndWord >>> 0;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [{ index, isFormer }]);
    else known.push({ index, isFormer });
    this.byHalves.set(halves, alike);
    this.filter[(halves ^ (halves >>> filterBits)) & filterMask] = 1;
  }
}

/** With how many records after it an id was given; of labels that do not tell, any. */
export function knownOf({ formerIds }: Pick<WantedRecord, 'formerIds'>): readonly Known[] {
  if (formerIds.length === 0) return [0, 1, 2];
  return formerIds.length === 1 ? [1] : [2];
}
