import type { Finding } from '../../model/finding';
import type { Incident } from '../../model/incident';
import type { Episode } from '../folding';
import type { Clue } from './clue';
import { ClueReader } from './clue-reader';
import { withFollowers } from './followers';
import { type Group, grouped } from './grouping';
import { byWeight, IncidentWriter, weigh } from './incident-writer';
import { type LoudNoise, OldNoise } from './old-noise';
import { RequestRoutes } from './request-routes';
import type { IncidentScene } from './scene';
import { ServiceNames } from './service-names';
import { Stage } from './stage';
import { Surroundings } from './surroundings';

/** More of them nobody reads; each holds up to 20 lines of text. */
const mostIncidents = 200;
const mostFaint = 2;
/** Share of the log's span. */
const mostOfLog = 0.8;
const beyondWording: ReadonlySet<string> = new Set(['volume', 'sequence', 'parameter']);

/**
 * Groups findings into incidents, worst first, at most 200. `episodes[i]` are the records of `findings[i]`. Takes
 * O(f log f + r) for f findings and r records; yields now and then.
 */
export function* incidentsOf(
  scene: IncidentScene,
  findings: readonly Finding[],
  episodes: readonly Episode[],
): Generator<void, Incident[]> {
  if (findings.length === 0) return [];
  const { templates, words } = scene;
  const { records, componentCounts } = templates;
  const stage = new Stage(records);
  const services = new ServiceNames(records, componentCounts, (id) => words.componentName(id));
  const reader = new ClueReader(scene, services, stage, episodes);
  const clues = findings.map((finding, index) => reader.read(finding, episodes[index]));
  yield;
  const noise = new OldNoise(records, templates.mined.signatureCount);
  const { loud, fresh } = yield* withoutNoise(clues, noise);
  const routes = new RequestRoutes(records, scene.passages, services);
  const passing = fresh.filter((clue) => !isThroughout(clue, stage));
  const groups = withFollowers(grouped(passing, stage.apart), stage.apart, routes).filter(isTrouble);
  yield;
  const worst = groups
    .map((group) => weigh(group, scene))
    .sort(byWeight)
    .slice(0, mostIncidents);
  const surroundings = new Surroundings(scene, services, stage, noise, worst);
  yield* surroundings.prepare();
  const writer = new IncidentWriter(scene, surroundings, loud);
  const incidents: Incident[] = [];
  for (const each of worst) {
    incidents.push(writer.write(each));
    yield;
  }
  return incidents;
}

/** One or two faint oddities are findings to look at, no trouble to tell of. */
function isTrouble({ clues }: Group): boolean {
  const records = clues.reduce((sum, { episode }) => sum + episode.count, 0);
  return records > mostFaint || clues.some(({ finding }) => finding.severity !== 'low');
}

/** A faint oddity that goes on nearly all the log has no beginning that a trouble could have. */
function isThroughout({ finding, from, until }: Clue, stage: Stage): boolean {
  return finding.severity === 'low' && until - from > mostOfLog * (stage.until - stage.from);
}

/** What is odd about a routine line (its values, its place, how many there are) is no noise, nor is what a person calls anomalous. */
function isOfWording({ finding }: Clue): boolean {
  if (finding.reasons[0]?.detector === 'label') return false;
  const isMild = finding.level !== 'warn' && finding.level !== 'error' && finding.level !== 'fatal';
  return !(isMild && beyondWording.has(finding.reasons[0]?.detector));
}

function* withoutNoise(
  clues: readonly Clue[],
  noise: OldNoise,
): Generator<void, { loud: LoudNoise[]; fresh: Clue[] }> {
  yield* noise.count(clues);
  const loud: LoudNoise[] = [];
  const fresh: Clue[] = [];
  for (const clue of clues) {
    const records = isOfWording(clue) ? noise.recordsLike(clue.episode.first) : 0;
    if (records === 0) fresh.push(clue);
    else loud.push({ clue, records });
  }
  return { loud, fresh };
}
