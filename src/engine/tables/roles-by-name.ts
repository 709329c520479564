import { type ColumnRole, roleOfName } from './column-names';
import type { TableRoles } from './table';

/** Columns by what their names tell: of several for one role the most certain. */
export function rolesByName(names: readonly string[]): TableRoles {
  const best = (wanted: ColumnRole): number => {
    const known = names.map((name) => roleOfName(name));
    const ranks = known.map((found) => (found?.role === wanted ? found.rank : Number.POSITIVE_INFINITY));
    const least = Math.min(...ranks);
    return Number.isFinite(least) ? ranks.indexOf(least) : -1;
  };
  const time = best('time');
  const date = best('date');
  return {
    time: date >= 0 ? date : time,
    clock: date >= 0 && time >= 0 ? time : -1,
    dateOnly: date >= 0 && time < 0,
    level: best('level'),
    scale: 'syslog',
    component: best('component'),
    message: best('message'),
    status: best('status'),
    keywords: best('keywords'),
  };
}
