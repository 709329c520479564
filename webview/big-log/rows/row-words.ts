import { durationText } from '../../../src/protocol/gap-text';
import type { PageRow } from '../../../src/protocol/log-lines';
import type { Reading } from '../../../src/protocol/reading';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import type { RowLook } from './row-look';
import { verdictWord } from './verdict-sign';

/** `×1,234 · 3 min`: how many records a folded run has, and how long it takes. */
export function foldText(fold: NonNullable<PageRow['fold']>): string {
  const count = tell('×{0}', fold.records);
  return fold.milliseconds === null ? count : `${count} · ${durationText(fold.milliseconds)}`;
}

export function numberText(row: PageRow): string {
  return row.exact ? tell('{0}', row.number) : tell('~{0}', row.number);
}

/** Of a line that went with a file that was cut. */
export function unreadableText(): string {
  return tell('This line is gone: the file was cut while it was read.');
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `812 B`, `49.9 MB`, `5.24 GB`. */
export function bytesText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}

const mostSpoken = 300;

/** With the name of each column that holds something; of folded labels what is shown of them. */
function spokenText(
  { text, cells }: PageRow,
  { entry, chip }: RowLook,
  columns: NonNullable<Reading['columns']>,
): string {
  const named = cells?.flatMap((value, i) => (value === '' ? [] : `${columns[i]?.name ?? ''} ${value}`));
  if (named) return named.join(', ');
  if (!entry || !chip) return text;
  return `${text.slice(0, entry.labels.start)}${chip.text} ${text.slice(entry.length)}`;
}

/** A row as a screen reader says it. */
export function spokenRow(row: PageRow, look: RowLook, columns: Reading['columns'] = []): string {
  const parts = [
    look.severity ? severityWord(look.severity) : '',
    look.verdict ? verdictWord(look.verdict) : '',
    look.isBookmarked ? tell('Bookmark') : '',
    look.source,
    tell('Line {0}', row.number),
    look.gap === null ? '' : tell('{0} after the line before', durationText(look.gap)),
    row.unreadable ? unreadableText() : spokenText(row, look, columns).slice(0, mostSpoken),
    row.fold ? tell('{0} records folded, Enter unfolds them', row.fold.records) : '',
    look.note,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
