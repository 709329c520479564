import type { SourceIndex } from '../../../../src/engine/model/units';
import { Session } from '../../../../src/engine/session';
import { finish } from '../../log-builder';

export interface Accuracy {
  /** Share of lines whose group holds exactly the lines of one true template. */
  readonly ga: number;
  /** F1 over groups. */
  readonly fga: number;
}

/** Template of each line of a log, header and all. */
export function templatesOfLines(lines: readonly string[]): { ids: number[]; patterns: Map<number, string> } {
  const session = new Session();
  const source = session.openSource({ path: 'system.log', role: 'log', referenceSeconds: 1_790_000_000 });
  session.push(new TextEncoder().encode(`${lines.join('\n')}\n`));
  session.closeSource();
  const templates = finish(session.mineTemplates());
  return {
    ids: [...session.templates.templatesOfLines(source as SourceIndex)],
    patterns: new Map(templates.map(({ id, pattern }) => [id, pattern])),
  };
}

export function accuracyOf(found: readonly number[], truth: readonly number[]): Accuracy {
  const foundGroups = groups(found);
  const trueGroups = new Set(groups(truth));
  const correct = foundGroups.filter((group) => trueGroups.has(group));
  const lines = correct.reduce((sum, group) => sum + group.split(' ').length, 0);
  const precision = correct.length / foundGroups.length;
  const recall = correct.length / trueGroups.size;
  return {
    ga: lines / truth.length,
    fga: correct.length === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Each group as the list of its lines. */
function groups(assignment: readonly number[]): string[] {
  const found = new Map<number, number[]>();
  for (const [line, group] of assignment.entries()) {
    const lines = found.get(group);
    if (lines === undefined) found.set(group, [line]);
    else lines.push(line);
  }
  return Array.from(found.values(), (lines) => lines.join(' '));
}
