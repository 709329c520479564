import type { CitedRecords } from '../../../src/engine/citations/checked-citation';
import type { CitedRecord } from '../../../src/engine/model/cited-record';
import type { LineNumber } from '../../../src/engine/model/units';

export interface SampleRecord {
  readonly line: number;
  readonly lastLine?: number;
  readonly text: string;
  readonly words?: string;
  readonly parameters?: readonly string[];
}

/** A small log of a bakery's ordering service. */
export const bakery: readonly SampleRecord[] = [
  {
    line: 1,
    text: '08:00:01 INFO oven-3 preheated to 220',
    words: 'preheated to',
    parameters: ['oven-3', '220'],
  },
  {
    line: 2,
    text: '08:00:07 WARN   yeast supply  below threshold, 5 packets left',
    words: 'yeast supply below threshold packets left',
    parameters: ['5'],
  },
  {
    line: 3,
    lastLine: 5,
    text: '08:00:09 ERROR could not place order 4711\nSupplierException: no route to mill\n  at Orders.place(Orders.java:88)',
    words: 'could not place order',
    parameters: ['4711'],
  },
  {
    line: 6,
    text: '08:00:11 ERROR retry 1 of 50 failed ... giving up',
    words: 'retry of failed giving up',
    parameters: ['1', '50'],
  },
  { line: 7, text: '08:00:12 错误 烤箱温度过高 编号 7', words: '烤箱温度过高 编号', parameters: ['7'] },
  { line: 8, text: '08:00:13 INFO ready', words: 'ready', parameters: [] },
  { line: 9, text: '08:00:14 INFO flag=true', words: '', parameters: ['true'] },
];

/** The log itself, and a document B with one line. */
export function recordsOf(samples: readonly SampleRecord[]): CitedRecords {
  const other = [
    {
      line: 1,
      text: 'delivery van 12 left the yard',
      words: 'delivery van left the yard',
      parameters: ['12'],
    },
  ];
  const documents = new Map([
    ['', samples],
    ['B', other],
  ]);
  return (document, line) => {
    const known = documents.get(document);
    if (known === undefined) return undefined;
    const found = known.find((each) => line >= each.line && line <= (each.lastLine ?? each.line));
    return found === undefined ? null : recordOf(found);
  };
}

function recordOf({ line, lastLine, text, words, parameters }: SampleRecord): CitedRecord {
  return {
    firstLine: line as LineNumber,
    lastLine: (lastLine ?? line) as LineNumber,
    text,
    templateWords: words?.split(' ') ?? [],
    parameters: parameters ?? [],
  };
}
