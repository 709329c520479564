import type { FilterClause, FilterTest, LogFilter } from '../../engine/filter/filter';
import type { Severity } from '../../engine/model/finding';
import type { LevelName } from '../../engine/model/level';
import type { TemplatePattern } from '../../engine/templates/corrections/correction';
import type { LinePlace, Reading } from '../../protocol/reading';
import { isZone } from '../../protocol/time-text';
import { levels } from '../shared/contract-checks';
import { severityRank } from '../shared/severity';
import { checkedPattern } from './checks';

/** What the view itself changes; highlights and bookmarks go through actions. */
type Changed = Partial<
  Pick<
    Reading,
    'filter' | 'noise' | 'unfolded' | 'unfoldedTemplates' | 'zone' | 'showsGaps' | 'wraps' | 'showsLabels'
  >
>;

const mostClauses = 200;
const mostPlaces = 100_000;
const mostContext = 1000;
const decimal = /^-?\d{1,30}$/;

type Checks = { readonly [Part in keyof Required<Changed>]: (value: unknown) => Changed[Part] };

const checks: Checks = {
  filter: checkedFilter,
  noise: (value) => ([0, 1, 2, 3, 4] as const).find((notch) => notch === value) ?? refuse(),
  unfolded: (value) => list(value, mostPlaces).map(checkedPlace),
  unfoldedTemplates: (value) => list(value, mostPlaces).map(checkedPieces),
  zone: (value) => (isZone(string(value, 100)) ? string(value, 100) : refuse()),
  showsGaps: (value) => value === true,
  wraps: (value) => value === true,
  showsLabels: (value) => value === true,
};

/** Throws where it is not as agreed; parts that are not the view's to change are left out. */
export function checkedReading(value: unknown): Changed {
  const parts = members(value);
  const changed = Object.entries(checks).flatMap(([part, check]) =>
    Object.hasOwn(parts, part) ? [[part, check(parts[part])]] : [],
  );
  return Object.fromEntries(changed) as Changed;
}

function checkedFilter(value: unknown): LogFilter {
  const { clauses, context } = members(value);
  return {
    clauses: list(clauses, mostClauses).map(checkedClause),
    context: Math.min(whole(context), mostContext),
  };
}

function checkedClause(value: unknown): FilterClause {
  const { mode, test, enabled } = members(value);
  return {
    mode: mode === 'exclude' ? mode : 'include',
    test: checkedTest(members(test)),
    enabled: enabled === true,
  };
}

function checkedTest(test: Readonly<Record<string, unknown>>): FilterTest {
  switch (test.kind) {
    case 'search':
      return { kind: 'search', pattern: checkedPattern(test.pattern) };
    case 'level':
      return { kind: 'level', atLeast: nameOf<LevelName>(test.atLeast, levels) };
    case 'severity':
      return { kind: 'severity', atLeast: nameOf<Severity>(test.atLeast, severityRank) };
    case 'template':
      return { kind: 'template', title: string(test.title), pieces: checkedPieces(test.pieces) };
    case 'time':
      return { kind: 'time', from: moment(test.from), until: moment(test.until) };
    case 'field':
      return { kind: 'field', name: string(test.name), value: string(test.value) };
    case 'bookmark':
      return { kind: 'bookmark' };
    default:
      return refuse();
  }
}

function checkedPlace(value: unknown): LinePlace {
  const { source, line, key, ordinal } = members(value);
  const place = {
    source: whole(source),
    line: whole(line) || refuse(),
    key: string(key),
    ordinal: whole(ordinal),
  };
  return place as LinePlace;
}

function checkedPieces(value: unknown): TemplatePattern {
  return list(value, 10_000).map((piece) => string(piece));
}

function nameOf<Name extends string>(value: unknown, names: Readonly<Record<Name, unknown>>): Name {
  return typeof value === 'string' && Object.hasOwn(names, value) ? (value as Name) : refuse();
}

function moment(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string' && decimal.test(value) ? value : refuse();
}

function whole(value: unknown): number {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse();
}

function string(value: unknown, longest = 100_000): string {
  return typeof value === 'string' && value.length <= longest ? value : refuse();
}

function list(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) && value.length <= most ? value : refuse();
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : refuse();
}

function refuse(): never {
  throw new Error('What the view says of how the log is read is not as agreed.');
}
