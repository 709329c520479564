import { InputError } from '../../../protocol/input-error';
import { parsedLine } from '../../datasets/jsonl-lines';
import { isLabel, labelsVersion } from '../../store/label-line';
import { newerVersion } from '../../store/store-problems';
import type { FileRow } from './file-rows';
import { importNote } from './import-problems';
import { type Member, memberOf } from './members';
import type { TextLine } from './text-lines';

/** One JSON object a line; the lines of another store's `labels.jsonl` too. Throws InputError for one of a newer Oddline. */
export async function* jsonRows(lines: AsyncIterable<TextLine>, path: string): AsyncGenerator<FileRow> {
  for await (const { line: at, text, isCut } of lines) {
    if (text.trim() === '') continue;
    if (isCut) {
      yield { kind: 'damaged', why: importNote('long', path, at) };
      continue;
    }
    const row = rowOf(text, path, at);
    if (row !== undefined) yield row;
  }
}

/** Undefined for the first line of a store's file. */
function rowOf(text: string, path: string, at: number): FileRow | undefined {
  try {
    const value = parsedLine(text, path, at);
    const object: Readonly<Record<string, unknown>> = { ...Object(value) };
    if (object.oddline === 'labels') return heeded(object.version, path);
    return isLabel(object)
      ? { kind: 'label', at, label: object }
      : { kind: 'row', at, cells: cellsOf(object) };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'no-json') throw error;
    return { kind: 'damaged', why: error.sentence };
  }
}

function heeded(version: unknown, path: string): undefined {
  if (typeof version === 'number' && version > labelsVersion)
    throw newerVersion(path, version, labelsVersion);
}

function cellsOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<Member, string> {
  const cells = new Map<Member, string>();
  for (const [name, value] of Object.entries(object)) {
    const member = memberOf(name);
    const text = textOf(value);
    if (member !== undefined && text !== '' && !cells.has(member)) cells.set(member, text);
  }
  return cells;
}

/** As a cell of a table has it; what is no text, number or truth value is none of ours, and is named by what it is. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
