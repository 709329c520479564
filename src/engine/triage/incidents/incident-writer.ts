import { CategoryGuess } from '../../detectors/rules/category';
import { type Category, type Sentence, type Severity, severities } from '../../model/finding';
import type { Incident } from '../../model/incident';
import { Level } from '../../model/level';
import type { LineIndex, RecordIndex, SignatureId } from '../../model/units';
import { Hash64 } from '../hash64';
import { categoryOfGroup, speaksOfItself } from './category';
import type { Clue } from './clue';
import type { Group } from './grouping';
import type { LoudNoise } from './old-noise';
import { loudestOf, originOf, servicesOf } from './origin';
import type { IncidentScene } from './scene';
import { incidentPatterns } from './sentences';
import type { ServiceId } from './service-names';
import { severityOfGroup } from './severity';
import type { Surroundings } from './surroundings';
import { timelineOf } from './timeline';

const longestTitle = 120;
const mostServices = 20;
const mostIds = 10;
const mostRuledOut = 5;
/** Distinguishes an incident's id from that of the finding it is made from. */
const incidentMark = 0x696e6369;

/** A group, and what decides its place among the others. */
export interface WeighedGroup {
  readonly group: Group;
  readonly origin: ServiceId;
  readonly category: Category;
  readonly severity: Severity;
}

/** Worst first; of equals the earlier. */
export function byWeight(a: WeighedGroup, b: WeighedGroup): number {
  return severities.indexOf(b.severity) - severities.indexOf(a.severity) || a.group.from - b.group.from;
}

export function weigh(group: Group, { templates }: Pick<IncidentScene, 'templates'>): WeighedGroup {
  const origin = originOf(group);
  const category = categoryOfGroup(group, origin);
  return { group, origin, category, severity: severityOfGroup(group, category, templates.records) };
}

/** Makes an incident of a group: where it began, how it went, whom to ask. */
export class IncidentWriter {
  private readonly categories = new CategoryGuess();

  constructor(
    private readonly scene: IncidentScene,
    private readonly surroundings: Surroundings,
    private readonly noise: readonly LoudNoise[],
  ) {}

  write(weighed: WeighedGroup): Incident {
    const { group, origin, severity } = weighed;
    const { records } = this.scene.templates;
    const { clues } = group;
    const involved = servicesOf(group, origin);
    const first = this.surroundings.firstSign(weighed);
    const end = this.surroundings.endSign(weighed);
    const worst = this.worstOf(clues);
    const last = end ?? clues.reduce((record, { episode }) => Math.max(record, episode.last), 0);
    const loudest = loudestOf(group, records);
    return {
      id: idOf(clues[0].finding.id),
      severity,
      category: this.categoryOf(weighed, first),
      title: this.titleOf(group, origin, involved),
      source: records.sourceOfRecord(first),
      firstLine: this.lineOf(first),
      worstLine: this.lineOf(worst.episode.first),
      start: records.time.nanosecondsText(first),
      end: records.time.nanosecondsText(last),
      timeline: timelineOf(clues, { first, worst: worst.episode.first, end }, this.scene),
      services: involved.slice(0, mostServices).map((service) => this.nameOf(service)),
      loudest: loudest === undefined ? null : this.nameOf(loudest),
      ids: sharedIds(clues),
      hint: this.hintOf(clues, origin),
      ruledOut: this.ruledOut(group),
      findings: clues.map(({ finding }) => finding.id),
    };
  }

  /** Where the origin has no finding of its own, its first sign says what it is about. */
  private categoryOf({ group, origin, category }: WeighedGroup, first: RecordIndex): Category {
    if (group.clues.some((clue) => clue.service === origin && speaksOfItself(clue))) return category;
    const { records, mined } = this.scene.templates;
    const tokens = mined.tokensOf(records.signature.get(first) as SignatureId);
    return this.categories.of(tokens, this.nameOf(origin)) ?? category;
  }

  /** By level, then score; of equals the first. */
  private worstOf(clues: readonly Clue[]): Clue {
    const { level } = this.scene.templates.records;
    const rank = ({ episode, finding }: Clue) =>
      Math.max(level.get(episode.first), Level.info) + finding.score;
    return clues.reduce((worst, clue) => (rank(clue) > rank(worst) ? clue : worst));
  }

  /** What the origin says of itself tells more than what the others say of it. */
  private titleOf({ clues }: Group, origin: ServiceId, involved: readonly ServiceId[]): Sentence {
    const own = clues.filter(({ service }) => service === origin);
    const said = this.worstOf(own.length > 0 ? own : clues);
    const text = this.scene.words.message(said.episode.first, longestTitle);
    if (said.service === 0) return { pattern: incidentPatterns.title, values: [text] };
    const values = [this.nameOf(said.service), text];
    const others = involved
      .filter((service) => service !== said.service)
      .map((service) => this.nameOf(service));
    return others.length === 0
      ? { pattern: incidentPatterns.titleOfService, values }
      : { pattern: incidentPatterns.titleFeltBy, values: [...values, others.slice(0, 3).join(', ')] };
  }

  /** What a rule knows of the origin's own lines; else where to begin; else what a rule knows of the others'. */
  private hintOf(clues: readonly Clue[], origin: ServiceId): Sentence | null {
    const own = clues.filter(({ service }) => service === origin);
    return strongestHint(own) ?? this.whereToBegin(clues, origin) ?? strongestHint(clues);
  }

  private whereToBegin(clues: readonly Clue[], origin: ServiceId): Sentence | null {
    if (origin === 0) return null;
    const values = [this.nameOf(origin)];
    const isBlamed = clues.some(({ peers }) => peers.includes(origin));
    const speaks = clues.some(({ service }) => service === origin);
    if (isBlamed) return { pattern: speaks ? incidentPatterns.blamed : incidentPatterns.silent, values };
    return clues.some(({ service }) => service !== origin)
      ? { pattern: incidentPatterns.first, values }
      : null;
  }

  /** What was loud meanwhile. */
  private ruledOut({ from, until }: Group): Sentence[] {
    const meanwhile = this.noise.filter(({ clue }) => clue.from <= until && clue.until >= from);
    return meanwhile.slice(0, mostRuledOut).map(({ clue, records }) => {
      const said = [this.scene.words.message(clue.episode.first, longestTitle), records, clue.finding.line];
      return clue.service === 0
        ? { pattern: incidentPatterns.ruledOut, values: said }
        : { pattern: incidentPatterns.ruledOutOfService, values: [this.nameOf(clue.service), ...said] };
    });
  }

  private nameOf(service: ServiceId): string {
    return this.scene.words.componentName(service);
  }

  private lineOf(record: RecordIndex) {
    const { records } = this.scene.templates;
    return records.lineNumber(records.firstLine.get(record) as LineIndex);
  }
}

function strongestHint(clues: readonly Clue[]): Sentence | null {
  const known = clues.filter(({ finding }) => finding.hint !== null);
  return known.sort((a, b) => b.finding.score - a.finding.score)[0]?.finding.hint ?? null;
}

/** Those of most findings first; of equals in the order they appear. */
function sharedIds(clues: readonly Clue[]): string[] {
  const counts = new Map<string, number>();
  for (const { ids } of clues) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostIds)
    .map(([id]) => id);
}

function idOf(finding: string): string {
  const high = Number.parseInt(finding.slice(0, 8), 16);
  return new Hash64()
    .add(incidentMark)
    .add(high)
    .add(Number.parseInt(finding.slice(8), 16))
    .hex();
}
