import { isLetter } from '../../time/ascii';
import { WordTable } from '../word-table';

/**
 * January to December in the languages loggers are localised to, as far as three letters and the full names go;
 * an entry's place is its month. Forms with a final dot lose it before they are looked up.
 */
const monthNames: readonly string[] = [
  'jan january januar jän jänner janv janvier ene enero gen gennaio janeiro янв января',
  'feb february februar fév févr février febrero febbraio fev fevereiro фев февраля',
  'mar march mär märz mrz mars marzo março мар марта',
  'apr april avr avril abr abril aprile апр апреля',
  'may mai mayo mag maggio maio мая',
  'jun june juni juin junio giu giugno junho июн июня',
  'jul july juli juil juillet julio lug luglio julho июл июля',
  'aug august aoû août ago agosto авг августа',
  'sep sept september septembre septiembre set settembre setembro сен сентября',
  'oct october okt oktober octobre octubre ott ottobre out outubro окт октября',
  'nov november novembre noviembre novembro ноя ноября',
  'dec december dez dezember déc décembre dic diciembre dicembre dezembro дек декабря',
];

const months = monthNames.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const));
const monthTable = new WordTable(months.map(([name]) => name));

/** Before noon, after noon. */
const halves = ['am', 'a.m.', '上午', '오전', '午前', 'pm', 'p.m.', '下午', '오후', '午後'] as const;
const halfTable = new WordTable([...halves]);
const firstAfternoon = halves.indexOf('pm');

/** 1 to 12, or 0 for a word that names no month. */
export function monthOfWord(bytes: Uint8Array, start: number, end: number): number {
  const index = monthTable.indexOf(bytes, start, end);
  return index < 0 ? 0 : months[index][1];
}

/** Whether the word means before noon or after; undefined for any other. */
export function halfOfWord(bytes: Uint8Array, start: number, end: number): 'am' | 'pm' | undefined {
  const index = halfTable.indexOf(bytes, start, end);
  if (index < 0) return undefined;
  return index < firstAfternoon ? 'am' : 'pm';
}

/** Letters of any script: where they end. */
export function afterLetters(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && (isLetter(bytes[i]) || bytes[i] >= 0x80)) i++;
  return i;
}
