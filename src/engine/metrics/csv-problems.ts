import type { Sentence } from '../model/finding';
import { maxColumns } from '../tables/row-scanner';

/** Why nothing of a file of figures can be shown, each with its cure; {0} is the file as people know it. */
export const csvProblems = {
  empty: (file: string): Sentence => ({
    pattern: '{0} holds no rows of figures. Export it again: a line of names, then a row for each time.',
    values: [file],
  }),
  oneColumn: (file: string): Sentence => ({
    pattern:
      '{0} is no table of figures: its lines have one column. Separate columns with commas, semicolons, tabs or |, and name them in the first line, as in time,cpu_percent.',
    values: [file],
  }),
  tooWide: (file: string): Sentence => ({
    pattern: '{0} has more columns than are told apart ({1}). Leave some out.',
    values: [file, maxColumns - 1],
  }),
  noNames: (file: string): Sentence => ({
    pattern: 'The first line of {0} holds no names of columns. Put one in front, as in time,cpu_percent.',
    values: [file],
  }),
  noTime: (file: string, names: readonly string[]): Sentence => ({
    pattern:
      'None of the columns of {0} ({1}) holds times. Add one named time, with times such as 2026-01-31T12:00:00Z or seconds since 1970.',
    values: [file, names.slice(0, 12).join(', ').slice(0, 300)],
  }),
  noValues: (file: string): Sentence => ({
    pattern: '{0} has no column of numbers beside its times. Export it with the figures themselves.',
    values: [file],
  }),
  commas: (file: string, column: string, cell: string): Sentence => ({
    pattern:
      'The column {1} of {0} writes numbers with commas ({2}), which can be read in two ways. Export it with a point before decimals, and nothing between thousands.',
    values: [file, column, cell.slice(0, 40)],
  }),
  wider: (file: string, line: number, fields: number, names: number): Sentence => ({
    pattern:
      'Line {1} of {0} has {2} fields, and its first line names {3}. Put text with commas in quotes, and write decimals with a point.',
    values: [file, line, fields, names],
  }),
  tooMuch: (file: string, cells: number): Sentence => ({
    pattern: '{0} holds more than {1} figures. Leave out columns, or cut it to the time of the log.',
    values: [file, cells],
  }),
} as const;

/** What is left out of a file that can be shown, and how it was read. */
export const csvNotes = {
  zoneOpen: (file: string): Sentence => ({
    pattern: 'Times in {0} name no zone and are read as UTC.',
    values: [file],
  }),
  skipped: (file: string, rows: number, line: number): Sentence => ({
    pattern: '{1} lines of {0} have no time and are left out, the first of them line {2}.',
    values: [file, rows, line],
  }),
  noNumbers: (file: string, cells: number, column: string): Sentence => ({
    pattern: '{1} cells of the column {2} of {0} hold no number and are gaps.',
    values: [file, cells, column],
  }),
  freeText: (file: string, column: string): Sentence => ({
    pattern: 'The column {1} of {0} is left out: its text differs from row to row.',
    values: [file, column],
  }),
  sameTime: (file: string, series: string): Sentence => ({
    pattern:
      'Several rows of {1} in {0} have the same time: the last of them counts. Name what tells them apart in a column of text.',
    values: [file, series],
  }),
  tooManySeries: (file: string, series: number, shown: number): Sentence => ({
    pattern: 'Of the {1} series in {0} the first {2} are shown. Leave out columns or rows to see others.',
    values: [file, series, shown],
  }),
} as const;
