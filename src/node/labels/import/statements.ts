import type { LabelVerdict } from '../../../engine/labels/label';
import type { LineNumber } from '../../../engine/model/units';
import type { InputError } from '../../../protocol/input-error';
import { type LabelFault, noLabel } from '../../datasets/wrong-member';
import { longestOfLabel } from '../../store/label-line';
import type { FileRow } from './file-rows';
import { type Member, verdictOf, verdictWords } from './members';

/** What a row speaks of. Of several the narrowest: the line, else the template, else the session. */
export type StatedPlace =
  | { readonly kind: 'lines'; readonly line: LineNumber; readonly endLine: LineNumber }
  | { readonly kind: 'template'; readonly pattern: string }
  | { readonly kind: 'session'; readonly name: string };

/** A row that says something. */
export interface Statement {
  /** Line of the imported file. */
  readonly at: number;
  readonly place: StatedPlace;
  readonly label: LabelVerdict;
  readonly category?: string;
  readonly note?: string;
  readonly by?: string;
  /** ISO 8601, UTC. */
  readonly when?: string;
}

type Row = Extract<FileRow, { kind: 'row' }>;

/** Undefined for a row whose label is empty: nothing is said. Throws InputError for one that is no label. */
export function statementOf({ at, cells }: Row, path: string, verdict = verdictOf): Statement | undefined {
  const word = cells.get('label');
  if (word === undefined && cells.size > 0) return undefined;
  const refuse: Refuse = (member, fault, ...more) => noLabel(fault, path, at, member, ...more);
  const label = verdict(word ?? '');
  if (label === undefined) throw refuse('label', 'verdict', verdictWords);
  return { at, place: placeOf(cells, refuse), label, ...textsOf(cells, refuse), ...timeOf(cells, refuse) };
}

type Refuse = (member: string, fault: LabelFault, ...more: (string | number)[]) => InputError;

function placeOf(cells: ReadonlyMap<Member, string>, refuse: Refuse): StatedPlace {
  const [line, pattern, name] = [cells.get('line'), cells.get('template'), cells.get('session')];
  if (line !== undefined) return linesOf(line, cells.get('endLine'), refuse);
  if (pattern !== undefined) return { kind: 'template', pattern };
  if (name !== undefined) return { kind: 'session', name };
  throw refuse('line', 'line');
}

function linesOf(line: string, endLine: string | undefined, refuse: Refuse): StatedPlace {
  const [first, last] = [lineNumberOf(line), lineNumberOf(endLine ?? line)];
  if (first === undefined) throw refuse('line', 'line');
  if (last === undefined || last < first) throw refuse('endLine', 'end-line');
  return { kind: 'lines', line: first, endLine: last };
}

/** Spreadsheets write whole numbers with `.0`, too. */
function lineNumberOf(text: string): LineNumber | undefined {
  const number = /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : 0;
  return number >= 1 ? (number as LineNumber) : undefined;
}

function textsOf(cells: ReadonlyMap<Member, string>, refuse: Refuse): Partial<Statement> {
  const given: Partial<Record<keyof typeof longestOfLabel, string>> = {};
  for (const member of ['category', 'note', 'by'] as const) {
    const text = cells.get(member);
    if (text === undefined) continue;
    if (text.length > longestOfLabel[member]) throw refuse(member, 'length', longestOfLabel[member]);
    given[member] = text;
  }
  return given;
}

function timeOf(cells: ReadonlyMap<Member, string>, refuse: Refuse): Partial<Statement> {
  const text = cells.get('at');
  if (text === undefined) return {};
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw refuse('at', 'time', '2026-01-31T12:00:00Z');
  return { when: new Date(time).toISOString() };
}
