import type { ComparedRow, ComparisonColumns } from '../../../src/protocol/dashboard';
import { grouped } from '../../../src/protocol/sentence';
import { tell } from '../../shared/tell';
import type { DataTable } from '../shown';

/** Of several good logs the mean: below a hundred its first decimal counts. */
export function countText(count: number): string {
  if (Number.isInteger(count) || count >= 100) return grouped(Math.round(count));
  return count.toFixed(1);
}

/** What became of it: `new`, `gone`, or how many times as often it comes. */
export function changeText({ kind, badCount, goodCount }: ComparedRow): string {
  if (kind === 'new') return tell('new');
  if (kind === 'vanished') return tell('gone');
  return `×${factor(badCount / goodCount)}`;
}

function kindText({ kind }: ComparedRow): string {
  switch (kind) {
    case 'new':
      return tell('New');
    case 'vanished':
      return tell('Gone');
    case 'shifted':
      return tell('Shifted');
  }
}

/** What stands at a row's cursor. */
export function rowWords(row: ComparedRow): readonly string[] {
  const counts = tell('{0} in the good log, {1} here', countText(row.goodCount), countText(row.badCount));
  const reason = row.reason === '' ? [] : [row.reason];
  return [row.title, `${kindText(row)} · ${counts}`, ...reason];
}

export function goodName({ good }: ComparisonColumns): string {
  return good.length === 1 ? good[0] : tell('the mean of {0} good logs', good.length);
}

export function comparisonSentence(columns: ComparisonColumns): string {
  const { rows, stale } = columns;
  const changed = stale ? `${tell('The log has changed since it was compared.')} ` : '';
  const [first] = rows;
  if (first === undefined)
    return `${changed}${tell('No template comes more or less often than in {0}.', goodName(columns))}`;
  const count = (kind: ComparedRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const counts = tell(
    'Templates against {0}: {1} new, {2} gone, {3} more or less often.',
    goodName(columns),
    count('new'),
    count('vanished'),
    count('shifted'),
  );
  const [good, bad] = [countText(first.goodCount), countText(first.badCount)];
  return `${changed}${counts} ${tell('The most telling: {0} ({1} → {2}).', first.title, good, bad)}`;
}

export function comparisonTable({ bad, rows, ...columns }: ComparisonColumns): DataTable {
  return {
    title: tell('Templates of both logs'),
    columns: [
      { title: tell('Template'), kind: 'text' },
      { title: tell('Kind'), kind: 'text' },
      { title: goodName({ ...columns, bad, rows }), kind: 'number' },
      { title: bad, kind: 'number' },
      { title: tell('Line'), kind: 'number' },
      { title: tell('Reason'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.title,
      kindText(row),
      row.goodCount,
      row.badCount,
      row.line === null ? null : row.line + 1,
      row.reason,
    ]),
  };
}

function factor(value: number): string {
  return value >= 10 ? grouped(Math.round(value)) : String(Number(value.toPrecision(2)));
}
