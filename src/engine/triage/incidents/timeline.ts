import type { TimelineEntry, TimelineRole } from '../../model/incident';
import type { LineIndex, RecordIndex } from '../../model/units';
import type { Clue } from './clue';
import type { IncidentScene } from './scene';

const entries = { fewest: 5, most: 20 };
const longestText = 300;

/** The records with a part of their own. */
export interface Turns {
  readonly first: RecordIndex;
  readonly worst: RecordIndex;
  readonly end: RecordIndex | undefined;
}

/** The course of a trouble in at most 20 lines: its turns, then the first line of each kind, the heaviest first. */
export function timelineOf(
  clues: readonly Clue[],
  turns: Turns,
  scene: Pick<IncidentScene, 'templates' | 'words'>,
): TimelineEntry[] {
  const counts = new Map<RecordIndex, number>([[turns.first, 1]]);
  if (turns.end !== undefined) counts.set(turns.end, 1);
  const told = [turns.worst, ...kindsFirst(clues)];
  const countOf = new Map(clues.map(({ episode }) => [episode.first, episode.count]));
  for (const record of told) {
    if (counts.size >= entries.most && record !== turns.worst) break;
    counts.set(record, countOf.get(record) ?? 1);
  }
  if (counts.size < entries.fewest) addLastOnes(counts, clues);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([record, count]) => entryOf(record, count, roleOf(record, turns), scene));
}

/** The first of each service and template, then the others; within both the heaviest. */
function kindsFirst(clues: readonly Clue[]): RecordIndex[] {
  const kinds = new Set<string>();
  const isFirst = clues.map(({ service, finding }) => {
    const kind = `${service} ${finding.templateId}`;
    return !kinds.has(kind) && kinds.add(kind) !== undefined;
  });
  const order = clues.map((clue, index) => ({ clue, rank: isFirst[index] ? 0 : 1 }));
  order.sort((a, b) => a.rank - b.rank || b.clue.finding.score - a.clue.finding.score);
  return order.map(({ clue }) => clue.episode.first);
}

/** A short one also shows when what repeated was last seen. */
function addLastOnes(counts: Map<RecordIndex, number>, clues: readonly Clue[]): void {
  for (const { episode } of clues) {
    if (counts.size >= entries.fewest) return;
    if (!counts.has(episode.last)) counts.set(episode.last, 1);
  }
}

function roleOf(record: RecordIndex, { first, worst, end }: Turns): TimelineRole {
  if (record === first) return 'first';
  if (record === worst) return 'worst';
  return record === end ? 'end' : 'symptom';
}

function entryOf(
  record: RecordIndex,
  count: number,
  role: TimelineRole,
  { templates: { records }, words }: Pick<IncidentScene, 'templates' | 'words'>,
): TimelineEntry {
  return {
    source: records.sourceOfRecord(record),
    line: records.lineNumber(records.firstLine.get(record) as LineIndex),
    time: records.time.nanosecondsText(record),
    role,
    count,
    text: words.message(record, longestText),
  };
}
