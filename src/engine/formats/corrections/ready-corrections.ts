import type { ColumnRole } from '../../model/understanding';
import type { Field, ReadContext } from '../format';
import { type ColumnEdit, LevelEdit, TimeEdit } from './column-edit';
import type { CorrectedLine } from './corrected-line';
import type { FormatCorrection, IdCorrection, LevelCorrection } from './format-correction';
import type { LineBytes } from './line-edit';
import { type Find, finderOf, type ValueEnd } from './place';
import { type BeginsRecord, beginsAs } from './record-start';
import { tokenEnd } from './token-end';

/** A stretch of a line, in bytes, and what it is. */
export interface Column {
  readonly role: ColumnRole;
  readonly start: number;
  readonly end: number;
}

/** What the corrections of one file say, ready to read lines with. */
export interface Corrections {
  readonly time: ColumnEdit | undefined;
  readonly level: ColumnEdit | undefined;
  /** Undefined where nothing was said of it. */
  readonly begins: BeginsRecord | undefined;
  /** The ids of a record's first line; `corrected` is used to find them. */
  idsOf(corrected: CorrectedLine, line: LineBytes): Field[];
  /** The columns named, in the line's order. */
  columnsOf(corrected: CorrectedLine, line: LineBytes): Column[];
}

interface IdFinder {
  readonly find: Find;
  readonly valueEnd: ValueEnd;
}

/** Of several corrections with one role the last counts; words for levels add up, and ids do. Throws where one is invalid. */
export function readyCorrections(
  corrections: readonly FormatCorrection[],
  context: ReadContext,
): Corrections {
  const ids = allOf(corrections, 'id').map((correction) => idFinder(correction, context));
  const time = allOf(corrections, 'time').at(-1);
  const level = mergedLevel(allOf(corrections, 'level'));
  const start = allOf(corrections, 'recordStart').at(-1);
  const edits = {
    time: time && new TimeEdit(time, context),
    level: level && new LevelEdit(level, context),
  };
  return {
    ...edits,
    begins: start && beginsAs(start.shape),
    idsOf: (corrected, line) =>
      idColumns(ids, corrected, line).map((id) => ({ name: 'id', value: textOf(line, id) })),
    columnsOf: (corrected, line) =>
      [...idColumns(ids, corrected, line), ...editColumns(edits, corrected)].sort(
        (a, b) => a.start - b.start,
      ),
  };
}

/** In the order they are sought. */
export function editsOf({ time, level }: Pick<Corrections, 'time' | 'level'>): ColumnEdit[] {
  return [time, level].filter((edit) => edit !== undefined);
}

type OfRole<Role> = Extract<FormatCorrection, { readonly role: Role }>;

function allOf<Role extends FormatCorrection['role']>(
  corrections: readonly FormatCorrection[],
  role: Role,
): OfRole<Role>[] {
  return corrections.filter((correction): correction is OfRole<Role> => correction.role === role);
}

function mergedLevel(corrections: readonly LevelCorrection[]): LevelCorrection | undefined {
  const last = corrections.at(-1);
  return last && { ...last, words: Object.assign({}, ...corrections.map(({ words }) => words)) };
}

function idFinder({ place, until }: IdCorrection, context: ReadContext): IdFinder {
  const valueEnd = tokenEnd(until);
  return { find: finderOf(place, valueEnd, context), valueEnd };
}

/** Ids are sought in the line as the formats see it, where the time is one whatever its looks. */
function idColumns(ids: readonly IdFinder[], corrected: CorrectedLine, line: LineBytes): Column[] {
  corrected.edit(line);
  const { bytes, start, end } = corrected.line;
  return ids.flatMap(({ find, valueEnd }) => {
    const at = find(bytes, start, end);
    if (at < 0) return [];
    return [
      {
        role: 'id',
        start: corrected.original(at),
        end: corrected.original(valueEnd(bytes, at, end)),
      } as const,
    ];
  });
}

function editColumns(
  { time, level }: Pick<Corrections, 'time' | 'level'>,
  corrected: CorrectedLine,
): Column[] {
  const columns: Column[] = [];
  if (time && corrected.has(time)) columns.push({ role: 'time', ...corrected.stretchOf(time) });
  if (level && corrected.has(level)) columns.push({ role: 'level', ...corrected.stretchOf(level) });
  return columns;
}

function textOf({ bytes }: LineBytes, { start, end }: Column): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
