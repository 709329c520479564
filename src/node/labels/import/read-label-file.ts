import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { Label } from '../../store/label-line';
import { csvRows } from './csv-rows';
import type { FileRow } from './file-rows';
import { importError } from './import-problems';
import { jsonRows } from './json-rows';
import { verdictOf } from './members';
import { noLabelsIn } from './no-labels';
import { type Statement, statementOf } from './statements';
import { type TextLine, textLines } from './text-lines';

/** What a file of labels says, before it is known what of it the log has. */
export interface LabelFile {
  readonly statements: readonly Statement[];
  /** Lines of another store's file. */
  readonly labels: readonly { readonly at: number; readonly label: Label }[];
  /** Lines that are no labels; the others count. */
  readonly damaged: readonly Sentence[];
  /** Rows without a label. */
  readonly unlabelled: number;
}

/** A file of which nothing else was read by then is none of labels. */
const mostDamagedAtFirst = 1000;
/** More takes more than a store may hold. */
export const mostImported = 250_000;

export interface LabelReading {
  readonly signal?: AbortSignal | undefined;
  /** What its words say. */
  readonly verdict?: typeof verdictOf;
  /** More labels are refused. */
  readonly most?: number;
}

/**
 * A file of CSV (or with tab, semicolon, bar) or of JSON lines: which it is, its first line says. Throws InputError where it cannot be
 * read or holds no label, or the signal's reason.
 */
export async function readLabelFile(
  path: string,
  { signal, verdict = verdictOf, most = mostImported }: LabelReading = {},
): Promise<LabelFile> {
  const [statements, labels, damaged]: [Statement[], { at: number; label: Label }[], Sentence[]] = [
    [],
    [],
    [],
  ];
  let unlabelled = 0;
  for await (const row of rowsOf(textLines(path, signal), path)) {
    const read = row.kind === 'row' ? readRow(row, path, verdict) : row;
    if (read === undefined) unlabelled++;
    else if (read.kind === 'label') labels.push(read);
    else if (read.kind === 'damaged') damaged.push(read.why);
    else statements.push(read.statement);
    const good = statements.length + labels.length;
    if (good > most) throw importError('too-many-labels', path, most);
    if (good === 0 && damaged.length >= mostDamagedAtFirst) break;
  }
  if (statements.length + labels.length === 0) throw await noLabelsIn(path, { damaged, unlabelled });
  return { statements, labels, damaged, unlabelled };
}

function readRow(row: Extract<FileRow, { kind: 'row' }>, path: string, verdict: typeof verdictOf) {
  try {
    const statement = statementOf(row, path, verdict);
    return statement && ({ kind: 'statement', statement } as const);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'damaged', why: error.sentence } as const;
  }
}

/** What the first line that is not blank looks like decides. */
async function* rowsOf(lines: AsyncGenerator<TextLine>, path: string): AsyncGenerator<FileRow> {
  try {
    let first = await lines.next();
    while (!first.done && first.value.text.trim() === '') first = await lines.next();
    if (first.done) return;
    const rows = first.value.text.trimStart().startsWith('{') ? jsonRows : csvRows;
    yield* rows(followed(first.value, lines), path);
  } finally {
    await lines.return(undefined);
  }
}

async function* followed(first: TextLine, lines: AsyncGenerator<TextLine>): AsyncGenerator<TextLine> {
  yield first;
  yield* lines;
}
