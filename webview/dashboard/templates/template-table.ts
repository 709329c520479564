import { tell } from '../../shared/tell';
import type { DataTable } from '../shown';
import { levelWord } from '../term-words';
import { levelNames } from '../terms';
import { columnTitle } from './table-columns';
import type { TemplateList } from './template-list';
import { placeText } from './template-words';

/** The listed templates as a table to save. */
export function templateTable(list: TemplateList, rows: Uint32Array, zone: string): DataTable {
  const { titles, levels, rarity, firstSeconds, lastSeconds, firstLines, lastLines } = list.columns;
  return {
    title: tell('Templates'),
    columns: [
      { title: columnTitle('title'), kind: 'text' },
      { title: columnTitle('count'), kind: 'number' },
      { title: columnTitle('share'), kind: 'number' },
      { title: columnTitle('level'), kind: 'text' },
      { title: columnTitle('rarity'), kind: 'number' },
      { title: columnTitle('first'), kind: 'text' },
      { title: columnTitle('last'), kind: 'text' },
      { title: tell('Labelled as'), kind: 'text' },
    ],
    rows: Array.from(rows, (row) => [
      titles[row],
      list.counts[row],
      Number(list.shareOf(row).toPrecision(4)),
      levelWord(levelNames[levels[row]]),
      Number(rarity[row].toFixed(4)),
      placeText(firstSeconds[row], firstLines[row], zone, false),
      placeText(lastSeconds[row], lastLines[row], zone, false),
      list.labelOf(row)?.words ?? '',
    ]),
  };
}

/** What the table comes to, in one sentence. */
export function templateSentence(list: TemplateList, hasRange: boolean): string {
  const { counts, records, size } = list;
  const present = counts.reduce((sum, count) => sum + Number(count > 0), 0);
  const most = counts.reduce((high, count) => Math.max(high, count), 0);
  const percent = Math.round((100 * most) / Math.max(1, records));
  if (hasRange) {
    const fresh = counts.reduce((sum, count, row) => sum + Number(count > 0 && list.isNew(row)), 0);
    return tell(
      'In the range: {1} of {0} templates, {2} for the first time. The commonest makes up {3} % of its records ({4}).',
      size,
      present,
      fresh,
      percent,
      records,
    );
  }
  const once = counts.reduce((sum, count) => sum + Number(count === 1), 0);
  const commonest = tell(
    'Templates: {0}. The commonest makes up {1} % of all records ({2}).',
    size,
    percent,
    records,
  );
  return once === 0 ? commonest : `${commonest} ${tell('Came only once: {0}.', once)}`;
}
