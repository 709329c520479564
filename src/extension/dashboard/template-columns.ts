import { setImmediate } from 'node:timers/promises';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { LevelName } from '../../engine/model/level';
import type { AnalysisReport } from '../../protocol/analysis';
import type { TemplateColumns } from '../../protocol/dashboard';
import type { Tell } from '../../protocol/overview';
import type { AnalysedLog } from '../shared/analyses';
import { templateTitle } from '../shared/template-title';
import { secondsOf, shown } from './log-columns';
import { templateLabels } from './row-labels';

/** The engine's own list is a value this layer may not import. */
const levelPlaces: Readonly<Record<LevelName, number>> = {
  none: 0,
  trace: 1,
  debug: 2,
  info: 3,
  warn: 4,
  error: 5,
  fatal: 6,
};

const longestTitle = 300;
/** Whoever waits on this thread waits no longer. */
const stepMs = 8;

type Report = Pick<AnalysisReport, 'templates' | 'labels'>;

/** Several cards ask for those of one result. */
const known = new WeakMap<Report, Promise<TemplateColumns>>();

/** Of a report's templates, of which there may be 50,000: in steps, and once a report. */
export function templateColumns(
  report: Report,
  given: AnalysedLog['labels'],
  tell: Tell,
): Promise<TemplateColumns> {
  const columns = known.get(report) ?? columnsInSteps(report, given, tell);
  known.set(report, columns);
  return columns;
}

async function columnsInSteps(
  { templates, labels }: Report,
  given: AnalysedLog['labels'],
  tell: Tell,
): Promise<TemplateColumns> {
  const { said, placeOf } = templateLabels(given, labels.matches, tell);
  const titles: string[] = [];
  const columns = emptyColumns(templates.length);
  let pausedAt = performance.now();
  for (const [i, template] of templates.entries()) {
    titles.push(titleOf(template));
    fill(columns, i, template);
    columns.labels[i] = placeOf(template.id);
    if (performance.now() - pausedAt < stepMs) continue;
    await setImmediate();
    pausedAt = performance.now();
  }
  return { ...columns, titles, said };
}

/** As people know it; a pattern is as long as its lines. */
export function titleOf(template: TemplateSummary): string {
  return shown(templateTitle(template), longestTitle);
}

function emptyColumns(length: number): Omit<TemplateColumns, 'titles' | 'said'> {
  return {
    ids: new Uint32Array(length),
    counts: new Uint32Array(length),
    levels: new Uint8Array(length),
    rarity: new Float32Array(length),
    firstLines: new Uint32Array(length),
    lastLines: new Uint32Array(length),
    firstSeconds: new Float64Array(length),
    lastSeconds: new Float64Array(length),
    labels: new Uint32Array(length),
    parameters: new Uint8Array(length),
  };
}

function fill(columns: Omit<TemplateColumns, 'titles' | 'said'>, i: number, template: TemplateSummary): void {
  columns.ids[i] = template.id;
  columns.counts[i] = template.count;
  columns.levels[i] = levelPlaces[template.level];
  columns.rarity[i] = template.rarity;
  columns.firstLines[i] = template.firstLine - 1;
  columns.lastLines[i] = template.lastLine - 1;
  columns.firstSeconds[i] = secondsOf(template.firstTime);
  columns.lastSeconds[i] = secondsOf(template.lastTime);
  columns.parameters[i] = Math.min(255, template.parameters.length);
}
