import { alpaca } from './alpaca';
import { chineseLabels } from './chinese-labels';
import { classification } from './classification';
import { features } from './features';
import type { CsvFormat, DatasetFormat, JsonFormat } from './format';
import { openai } from './openai';
import { records } from './records';
import { sequence } from './sequence';
import { sharegpt } from './sharegpt';
import { templates } from './templates';

/** In the order they are offered; where two fit a file, the first with the most members does. */
export const datasetFormats: readonly DatasetFormat[] = [
  alpaca,
  sharegpt,
  openai,
  sequence,
  classification,
  chineseLabels,
  records,
  templates,
  features,
];

/** By the members of one of its objects; undefined for an object of another format. */
export function jsonFormatOf(members: readonly string[]): JsonFormat | undefined {
  return bestFit(datasetFormats.filter(isJson), (format) => format.members, members);
}

/** By its column names. */
export function csvFormatOf(columns: readonly string[]): CsvFormat | undefined {
  return bestFit(datasetFormats.filter(isCsv), (format) => format.columns, columns);
}

function bestFit<Format>(
  formats: readonly Format[],
  wanted: (format: Format) => readonly string[],
  found: readonly string[],
): Format | undefined {
  const fitting = formats.filter((format) => wanted(format).every((name) => found.includes(name)));
  return fitting.sort((a, b) => wanted(b).length - wanted(a).length)[0];
}

function isJson(format: DatasetFormat): format is JsonFormat {
  return format.ending === 'jsonl';
}

function isCsv(format: DatasetFormat): format is CsvFormat {
  return format.ending === 'csv';
}
