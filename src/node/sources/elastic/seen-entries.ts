import type { NsText } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import { compareNs } from './clock-text';
import type { Hit } from './hit';

/** Of the newest of them, for a tail that goes on behind a fetch: a summary travels between threads. */
const mostHandedOver = 20_000;

/** Which entries of the newest stretch of time were had already, by key. What is older is forgotten. */
export class SeenEntries {
  private readonly times = new Map<string, NsText>();
  newest: NsText | null = null;
  /** All had at or after this time are known. */
  private whole: NsText = '0';

  constructor(private readonly most = 200_000) {}

  /** What `last` told. Without keys, all at or after its time is news. */
  static after({ time, keys: [whole = time, ...keys] }: LastEntries): SeenEntries {
    const seen = new SeenEntries();
    for (const key of keys) {
      const blank = key.indexOf(' ');
      seen.times.set(key.slice(blank + 1), key.slice(0, blank));
    }
    seen.newest = time;
    seen.whole = whole;
    return seen;
  }

  get wholeSince(): NsText {
    return this.whole;
  }

  has({ key }: Pick<Hit, 'key'>): boolean {
    return this.times.has(key);
  }

  /** False where it is known already. */
  add({ key, time }: Pick<Hit, 'key' | 'time'>): boolean {
    if (this.times.has(key)) return false;
    this.times.set(key, time);
    if (this.newest === null || compareNs(time, this.newest) > 0) this.newest = time;
    return true;
  }

  /** Those before `time`, and the first of those at or after it where there are too many; never those of the newest time. */
  forgetBefore(time: NsText): void {
    for (const [key, at] of this.times) {
      const isOld = compareNs(at, time) < 0;
      if ((!isOld && this.times.size <= this.most) || at === this.newest) break;
      this.times.delete(key);
      if (compareNs(at, this.whole) >= 0) this.whole = String(BigInt(at) + 1n);
    }
  }

  /** First the time since which all are known, then each with its time; null where nothing was had. */
  last(): LastEntries | null {
    if (this.newest === null) return null;
    const all = [...this.times].map(([key, time]) => `${time} ${key}`);
    return { time: this.newest, keys: all.length > mostHandedOver ? fewer(all) : [this.whole, ...all] };
  }
}

/** Whole times only, so that all had at or after the first of them are among them. */
function fewer(all: readonly string[]): string[] {
  const timeOf = (key: string) => key.slice(0, key.indexOf(' '));
  const cut = timeOf(all[all.length - mostHandedOver]);
  const whole = all.slice(-mostHandedOver).filter((key) => timeOf(key) !== cut);
  const kept = whole.length > 0 ? whole : all.filter((key) => timeOf(key) === cut);
  return [timeOf(kept[0]), ...kept];
}
