import type { GeneratedSequence } from './generate-sequences';

/** A line of the file of labels that `oddline evaluate FILE --labels` reads. */
export interface GeneratedLineLabel {
  readonly line: number;
  readonly label: 1;
  readonly category: string;
}

export interface GeneratedServicesLog {
  /** Lines ended by LF. */
  readonly text: string;
  /** Of every line that tells of a fault, ascending. */
  readonly labels: readonly GeneratedLineLabel[];
}

/** The one log that all the requests were written to, in order of time. */
export function generatedLog(sequences: readonly GeneratedSequence[]): GeneratedServicesLog {
  const lines: string[] = [];
  const labels: GeneratedLineLabel[] = [];
  for (const { records, signs, category } of sequences) {
    for (const { line, text } of records) lines[line - 1] = text;
    if (category !== null)
      labels.push(...signs.map((sign) => ({ line: records[sign].line, label: 1 as const, category })));
  }
  return { text: `${lines.join('\n')}\n`, labels: labels.sort((a, b) => a.line - b.line) };
}
