import type { RecordTable } from '../../model/record-table';
import type { LineNumber, SourceIndex } from '../../model/units';
import { LineKinds } from './line-kinds';
import { type LineValues, telling } from './line-values';
import type { Survey } from './survey';
import type { TemplateLines } from './template-lines';

/** A line that may go into the pack. */
export interface Candidate {
  /** From 0, of the lines that were read. */
  readonly line: number;
  /** In the file, or as they are counted otherwise. */
  readonly number: LineNumber;
  readonly value: number;
  readonly kind: number;
  /** The record's, where one begins on the line; -1 else. */
  readonly template: number;
  /** It speaks of a failure itself: it is shown as it is in the log. */
  readonly tells: boolean;
}

export interface CandidateInput {
  readonly records: RecordTable;
  readonly source: SourceIndex;
  readonly survey: Survey;
  readonly values: LineValues;
  readonly templates: TemplateLines;
  /** Lines counted before the source's first. */
  readonly linesBefore: number;
}

/** What a kind, and a template, is worth where it comes again: its first line is nearer to the cause. */
const againShare = 0.75;

/** Of one kind no more are looked at: a pack shows a few and counts the rest. */
const mostOfKind = 64;

/** The `limit` lines of highest value, of equals the first, in order of the log. Blank lines are none. */
export function candidatesOf(input: CandidateInput, limit: number): Candidate[] {
  const { survey, values, templates, linesBefore } = input;
  const [kindsBefore, templatesBefore] = [new Set<number>(), new Set<number>()];
  return strongest(values.value, eligibleLines(input), limit).map((line) => {
    const [kind, template] = [survey.kindOf[line], templates.at(line)];
    const again = Number(kindsBefore.has(kind)) + Number(templatesBefore.has(template));
    if (kind !== LineKinds.other) kindsBefore.add(kind);
    if (template >= 0) templatesBefore.add(template);
    const value = values.value[line] * againShare ** again;
    const number = (linesBefore + line + 1) as LineNumber;
    return { line, number, value, kind, template, tells: values.own[line] >= telling };
  });
}

function eligibleLines({ records, source, survey: { kindOf, kinds } }: CandidateInput): Uint32Array {
  const { firstLine } = records.sources[source];
  const seen = new Uint8Array(kinds.size);
  let count = 0;
  const lines = new Uint32Array(kindOf.length);
  for (let line = 0; line < kindOf.length; line++) {
    if (records.lineBlank.get(firstLine + line)) continue;
    const kind = kindOf[line];
    if (kind !== LineKinds.other && ++seen[kind] > mostOfKind) {
      seen[kind] = mostOfKind;
      continue;
    }
    lines[count++] = line;
  }
  return lines.subarray(0, count);
}

function strongest(value: Float32Array, lines: Uint32Array, limit: number): number[] {
  if (lines.length <= limit) return [...lines];
  const sorted = Float32Array.from(lines, (line) => value[line]).sort();
  const least = sorted[sorted.length - limit];
  let ofLeast = limit - (sorted.length - 1 - sorted.lastIndexOf(least));
  const chosen: number[] = [];
  for (const line of lines) {
    if (value[line] > least || (value[line] === least && ofLeast-- > 0)) chosen.push(line);
  }
  return chosen;
}
