/** Values of a column, in the order of its records. */
export interface ValueHistory {
  readonly values: ArrayLike<number>;
  /** Of these the first are a baseline's. */
  readonly known: number;
  /** What came before the first of them, in good logs that are not read. */
  readonly prior?: PriorKinds | undefined;
}

/** Values known by how often they came. */
export interface PriorKinds {
  /** Those the column has again. */
  readonly counts: ReadonlyMap<number, number>;
  /** All of them, and their kinds. */
  readonly total: number;
  readonly kinds: number;
  /** Kinds that came once and do not come again here. */
  readonly singles: number;
}

/** One value of a column that keeps to few, and how surprising it is. */
export interface Newcomer {
  readonly value: number;
  /** −log10 of the chance. */
  readonly decades: number;
  /** Records without it, and distinct values among them. */
  readonly others: number;
  readonly kinds: number;
  /** Places in the history where it surprises: all of a rare one, the first of one that stays. */
  readonly places: readonly number[];
}

/** Fewer records have not shown what they keep to. */
const fewestValues = 50;
/** Columns with more kinds are names or ids; the rate of new ones says so too, at a greater cost. */
const mostKinds = 64;
/** A value in more than this share of the records is a part of the set. */
const rareShare = 0.02;
/** Of θ kinds a column is expected to have one record each (Ewens): from one on a single newcomer is what such columns have. */
const mostTheta = 1;

/**
 * The values that a column hardly ever had.
 *
 * How often something new comes follows from how much of it came before: among n records with K kinds the next one is of a new kind
 * with the chance θ / (θ + n) (Ewens 1972), where θ ≈ (K − 1/2) / ln n; and the share of kinds seen once is an estimate
 * that holds for any distribution (Good 1953). The greater of the two counts. A value seen m times among many others had m chances.
 */
export function newcomers(history: ValueHistory): Newcomer[] {
  const total = history.values.length + (history.prior?.total ?? 0);
  if (total < fewestValues) return [];
  const kinds = kindsOf(history);
  if (kinds === undefined) return [];
  const { prior } = history;
  const gone = prior === undefined ? 0 : prior.kinds - prior.counts.size;
  const singles = [...kinds.values()].filter(({ count }) => count === 1).length + (prior?.singles ?? 0);
  const column = { history, total, kinds: kinds.size + gone, singles };
  return [...kinds].flatMap(([value, kind]) => judged(value, kind, column) ?? []);
}

/** Before the first place. */
const before = -1;

interface Kind {
  count: number;
  readonly first: number;
}

/** Undefined where there are too many; of a column of ids that shows after as many records. */
function kindsOf({ values, prior }: ValueHistory): Map<number, Kind> | undefined {
  const kinds = new Map<number, Kind>();
  for (const [value, count] of prior?.counts ?? []) kinds.set(value, { count, first: before });
  for (let i = 0; i < values.length; i++) {
    const kind = kinds.get(values[i]);
    if (kind !== undefined) kind.count++;
    else if (kinds.size >= mostKinds) return undefined;
    else kinds.set(values[i], { count: 1, first: i });
  }
  return kinds;
}

interface Column {
  readonly history: ValueHistory;
  /** Values, those known by their counts included. */
  readonly total: number;
  readonly kinds: number;
  /** Kinds seen once. */
  readonly singles: number;
}

function judged(value: number, { count, first }: Kind, column: Column): Newcomer | undefined {
  const { values, known, prior } = column.history;
  if (first < known) return undefined;
  const isRare = count <= Math.max(1, column.total * rareShare);
  // One that stays is new where it first comes; one that comes and goes, against all that came.
  const others = isRare ? column.total - count : first + (prior?.total ?? 0);
  if (others < fewestValues) return undefined;
  const kinds = isRare ? column.kinds - 1 : kindsBefore(column.history, first);
  const theta = thetaOf(kinds, others);
  if (theta >= mostTheta) return undefined;
  const singles = isRare ? column.singles - (count === 1 ? 1 : 0) : 0;
  const chance = Math.max(theta / (theta + others), singles / others) * (isRare ? count : 1);
  const places = isRare ? placesOf(values, value) : [first];
  return { value, decades: -Math.log10(Math.min(1, chance)), others, kinds, places };
}

function placesOf(values: ArrayLike<number>, value: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] === value) places.push(i);
  return places;
}

function kindsBefore({ values, prior }: ValueHistory, end: number): number {
  const kinds = new Set<number>(prior?.counts.keys());
  const gone = (prior?.kinds ?? 0) - kinds.size;
  for (let i = 0; i < end; i++) kinds.add(values[i]);
  return kinds.size + gone;
}

function thetaOf(kinds: number, count: number): number {
  return (kinds - 0.5) / Math.log(count);
}
