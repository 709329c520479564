/** A log's files, the oldest first. */
export interface RotatedSet {
  readonly names: readonly string[];
  /** False where the names leave the order open: then the files' first times decide. */
  readonly sure: boolean;
}

/** What a name tells of a file's place in its set. */
interface Place {
  readonly name: string;
  /** The name without number, date and packing: the same for all files of a set. */
  readonly family: string;
  /** Digits of the date, '' without one. */
  readonly date: string;
  /** -1 without one. */
  readonly number: number;
  readonly packed: boolean;
  /** The number stands before the extension (`app.1.log`): some loggers count up, others down. */
  readonly openOrder: boolean;
}

const packing = /\.(?:gz|zst|bz2|xz)$/i;
const trailingNumber = /\.(\d{1,4})$/;
const innerNumber = /[.-](\d{1,4})(?=\.[a-z]+$)/i;
const dateInName =
  /[-_.]?((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?:[-_.T]?([012]\d)(?:[-_.:]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?)?(?=\D|$)/;

/**
 * Finds among the names of a folder's files those that belong to `chosen`'s log: `app.log`, `app.log.1`, `app.log.2.gz`;
 * `app-20261120.log`, `app.2026-11-20.log`, `app.log.2026-11-20`. Oldest first: dates ascending, numbers
 * descending (of one date ascending, as loggers count them), last the name without either. Of a file that is there packed and unpacked
 * the unpacked one is taken.
 */
export function rotatedSet(names: readonly string[], chosen: string): RotatedSet {
  const { family } = placeOf(chosen);
  const all = names.map(placeOf).filter((place) => place.family === family);
  const places = all.filter((place) => !place.packed || !all.some((other) => isSameUnpacked(place, other)));
  const numbered = places.some(({ date, number }) => date === '' && number >= 0);
  const dated = places.some(({ date }) => date !== '');
  const sure = !(numbered && dated) && !places.some(({ openOrder }) => openOrder);
  return { names: places.toSorted(byAge).map(({ name }) => name), sure };
}

function placeOf(name: string): Place {
  const packed = packing.test(name);
  const unpacked = name.replace(packing, '');
  const found = dateInName.exec(unpacked);
  const undated = found === null ? unpacked : unpacked.replace(found[0], '');
  const date = found === null ? '' : [found[1], found[3], found[4], ...found.slice(5)].join('');
  const trailing = trailingNumber.exec(undated);
  const inner = trailing === null ? innerNumber.exec(undated) : null;
  const [suffix = '', digits] = trailing ?? inner ?? [];
  return {
    name,
    family: undated.replace(suffix, ''),
    date,
    number: digits === undefined ? -1 : Number(digits),
    packed,
    openOrder: inner !== null && date === '',
  };
}

function isSameUnpacked(place: Place, other: Place): boolean {
  return !other.packed && other.date === place.date && other.number === place.number;
}

function byAge(one: Place, other: Place): number {
  if (one.date !== other.date) return compareDates(one, other);
  const order = one.date === '' ? other.number - one.number : numberOf(one) - numberOf(other);
  return order || (one.name < other.name ? -1 : 1);
}

/** The file without date or number is the one being written; numbered ones stand between it and the dated. */
function compareDates(one: Place, other: Place): number {
  if (one.date === '' || other.date === '') return one.date === '' ? 1 : -1;
  return one.date < other.date ? -1 : 1;
}

/** Of one day's files the one without a number is the last where numbers count up. */
function numberOf({ number }: Place): number {
  return number < 0 ? Number.POSITIVE_INFINITY : number;
}
