const minute = 60_000;
const hosts = ['alder', 'birch', 'cedar', 'maple'];

export interface DepotLog {
  readonly text: string;
  /** Nanoseconds since the epoch in decimal: when one host's parcels were refused. */
  readonly from: string;
  readonly until: string;
}

/** Two hours of a depot, every second a parcel; for five minutes one host refuses what it is brought. */
export function depotLog(): DepotLog {
  const begin = Date.UTC(2026, 4, 6, 8);
  const [from, until] = [begin + 70 * minute, begin + 75 * minute];
  const lines = Array.from({ length: 7200 }, (_, i) => {
    const at = begin + i * 1000;
    const host = hosts[(i * 7 + (i >> 3)) % hosts.length];
    const head = new Date(at).toISOString();
    if (host === 'cedar' && at >= from && at < until)
      return `${head} ERROR depot host=${host} parcel ${1000 + i} refused: scale gives no answer`;
    return `${head} INFO depot host=${host} parcel ${1000 + i} taken in ${(i * 13) % 90} ms`;
  });
  return { text: `${lines.join('\n')}\n`, from: `${from}000000`, until: `${until}000000` };
}
