import type { FilterTest } from '../../engine/filter/filter';
import type { LevelName } from '../../engine/model/level';
import type { TemplateId } from '../../engine/model/units';
import type { DashboardCommand, SaveRequest } from '../../protocol/dashboard';
import type { ViewLine } from '../../protocol/log-lines';
import type {
  ContrastRequest,
  LanesRequest,
  ParameterSeriesRequest,
  TemplateSeriesRequest,
  TimelineRequest,
  TimeWindow,
} from '../../protocol/log-shape';
import type { MetricsWindow } from '../../protocol/metrics';
import { levels, list, members, misunderstood, text, whole } from '../shared/contract-checks';

/**
 * What comes out of the page is held to the contract before anything is done with it: log text is drawn there, and whoever got a
 * script into it must not reach more than the page can. Each throws where it is not as it should be.
 */
const most = {
  bins: 2000,
  templates: 200,
  lanes: 200,
  contrasts: 100,
  points: 2000,
  lines: 20_000,
  text: 10_000,
  /** As filters may hold: a template has the words of long lines. */
  piece: 100_000,
  texts: 100_000,
  name: 300,
  fileChars: 200_000_000,
} as const;

const commands: Readonly<Record<DashboardCommand, true>> = {
  detect: true,
  cancel: true,
  runAgain: true,
  compare: true,
  useBaseline: true,
  learnBaseline: true,
  chooseLabels: true,
  ownLabels: true,
  addMetrics: true,
  removeMetrics: true,
  openDashboard: true,
  openLog: true,
};

export function checkedWindow(value: unknown): TimeWindow {
  const { from, until } = members(value);
  return { from: nanos(from), until: nanos(until) };
}

export function checkedRange(value: unknown): TimeWindow | null {
  return value === null ? null : checkedWindow(value);
}

export function checkedTimeline(value: unknown): TimelineRequest {
  return { ...checkedWindow(value), bins: count(members(value).bins, most.bins) };
}

export function checkedTemplateSeries(value: unknown): TemplateSeriesRequest {
  const { templates, bins } = members(value);
  const ids = list(templates, most.templates).map((id) => whole(id) as TemplateId);
  return { ...checkedWindow(value), templates: ids, bins: count(bins, most.bins) };
}

export function checkedLanes(value: unknown): Omit<LanesRequest, 'findings'> {
  const { by, bins, limit } = members(value);
  return {
    ...checkedWindow(value),
    by: by === 'component' ? 'component' : 'session',
    bins: count(bins, most.bins),
    limit: count(limit, most.lanes),
  };
}

export function checkedParameterSeries(value: unknown): ParameterSeriesRequest {
  const { template, parameter, bins } = members(value);
  return {
    ...checkedWindow(value),
    template: checkedTemplate(template),
    parameter: whole(parameter),
    bins: count(bins, most.bins),
  };
}

export function checkedContrast(value: unknown): ContrastRequest {
  const { focus, against, values, limit } = members(value);
  return {
    focus: checkedWindow(focus),
    against: checkedRange(against),
    values: values === 'none' || values === 'exact' ? values : 'sampled',
    limit: count(limit, most.contrasts),
  };
}

export function checkedMetricsWindow(value: unknown): MetricsWindow {
  const { points } = members(value);
  const { from, until } = checkedWindow(value);
  if (from === null || until === null) throw misunderstood();
  return { from, until, points: count(points, most.points) };
}

export function checkedMoment(value: unknown): string {
  const moment = nanos(value);
  if (moment === null) throw misunderstood();
  return moment;
}

export function checkedTemplate(value: unknown): TemplateId {
  return whole(value) as TemplateId;
}

export function checkedLine(value: unknown): ViewLine {
  return whole(value) as ViewLine;
}

export function checkedLines(value: unknown): readonly ViewLine[] {
  return list(value, most.lines).map(checkedLine);
}

export function checkedThreshold(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw misunderstood();
  return value;
}

export function checkedNormal(value: unknown): { readonly template: TemplateId; readonly isNormal: boolean } {
  const { template, isNormal } = members(value);
  return { template: checkedTemplate(template), isNormal: isNormal === true };
}

export function checkedIncident(value: unknown): {
  readonly id: string;
  readonly does: 'open' | 'ask' | 'export';
} {
  const { id, does } = members(value);
  return { id: text(id, most.name), does: does === 'ask' || does === 'export' ? does : 'open' };
}

export function checkedCommand(value: unknown): DashboardCommand {
  if (typeof value !== 'string' || !Object.hasOwn(commands, value)) throw misunderstood();
  return value as DashboardCommand;
}

export function checkedSave(value: unknown): SaveRequest {
  const { name, kind, content } = members(value);
  if (kind !== 'svg' && kind !== 'png' && kind !== 'csv' && kind !== 'html') throw misunderstood();
  const isText = typeof content === 'string';
  if (!isText && !(content instanceof Uint8Array)) throw misunderstood();
  if (content.length > most.fileChars) throw misunderstood();
  return { name: text(name, most.text).slice(0, most.name), kind, content };
}

export function checkedTexts(value: unknown): readonly string[] {
  return list(value, most.texts).map((one) => text(one, most.text));
}

/** Of those a chart offers: a regular expression, which a person writes, is not among them. */
export function checkedFilterTest(value: unknown): FilterTest {
  const test = members(value);
  switch (test.kind) {
    case 'level': {
      const { atLeast } = test;
      if (typeof atLeast !== 'string' || !Object.hasOwn(levels, atLeast)) throw misunderstood();
      return { kind: 'level', atLeast: atLeast as LevelName };
    }
    case 'template':
      return {
        kind: 'template',
        title: text(test.title, most.text),
        pieces: list(test.pieces, most.text).map((piece) => text(piece, most.piece)),
      };
    case 'field':
      return { kind: 'field', name: text(test.name, most.text), value: text(test.value, most.text) };
    case 'time':
      return { kind: 'time', ...checkedWindow(test) };
    case 'search':
      return { kind: 'search', pattern: checkedText(test.pattern) };
    default:
      throw misunderstood();
  }
}

function checkedText(value: unknown): Extract<FilterTest, { kind: 'search' }>['pattern'] {
  const { kind, text: words, caseSensitive, wholeWord } = members(value);
  if (kind !== 'text') throw misunderstood();
  return {
    kind,
    text: text(words, most.text),
    caseSensitive: caseSensitive === true,
    wholeWord: wholeWord === true,
  };
}

function nanos(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !/^-?\d{1,20}$/.test(value)) throw misunderstood();
  return value;
}

function count(value: unknown, atMost: number): number {
  return Math.max(1, Math.min(atMost, whole(value)));
}
