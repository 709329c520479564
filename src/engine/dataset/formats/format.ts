import type { Sentence } from '../../model/finding';
import type { InstructionSet } from '../instructions/instruction-set';
import type { VerdictWords } from '../instructions/verdict';
import type { DatasetSequence, SequenceLabel } from '../sequence';

export interface DatasetTemplate {
  readonly templateId: number;
  readonly template: string;
}

export interface WriterSettings {
  /** What the instruction formats say. */
  readonly instructions: InstructionSet;
  /** Templates that become columns of the feature matrix, in their order; records of others are counted together. */
  readonly templates: readonly DatasetTemplate[];
}

/**
 * Writes one file, sequence by sequence: its text is `head() + write(s1) + write(s2) … + end()`, to be stored as UTF-8.
 * Nothing is kept of a sequence but what tables of counts need.
 */
export interface DatasetWriter {
  head(): string;
  write(sequence: DatasetSequence): string;
  end(): string;
}

/** What was read back of one line of JSON, or of the rows of one sequence. */
export interface DatasetExample {
  /** Where it begins in its file, counted from 1. */
  readonly line: number;
  readonly id: string | null;
  /** Null where the format says it in words only and they are not known. */
  readonly label: SequenceLabel | null;
  readonly category: string | null;
  /** What a model is shown beside the text of the log: its role and what is asked of it. */
  readonly context: readonly string[];
  /** The text of the log, whole or a record each; none where the format has numbers only. */
  readonly texts: readonly string[];
  /** What a model is to answer; null in formats that have labels only. */
  readonly answer: string | null;
  /** Equal for near duplicates, where the format has something better than its texts to tell them by. */
  readonly shape: number | null;
}

/** What is wrong with a line, without the line's number. */
export interface FormatProblem {
  readonly line: number;
  readonly sentence: Sentence;
}

export type ReadExample =
  | { readonly example: DatasetExample; readonly problem?: never }
  | { readonly problem: FormatProblem; readonly example?: never };

interface Writing {
  readonly name: string;
  /** What it is and who takes it, for people. */
  readonly summary: Sentence;
  /** Examples of tables of templates are no sequences: the same ones stand in every split. */
  readonly holds: 'sequences' | 'templates';
  /** What a model asked by it is to answer is free text, which a model can draft. */
  readonly hasOutputs?: true;
  writer(settings: WriterSettings): DatasetWriter;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** One JSON object a line. */
export interface JsonFormat extends Writing {
  readonly ending: 'jsonl';
  /** Members that tell the format from the others. */
  readonly members: readonly string[];
  /** `verdicts`: the words of its own set, in which answers say their label. */
  read(value: JsonObject, line: number, verdicts?: VerdictWords): ReadExample;
}

/** Rows of a table become examples: several rows can be one, so that an example is told when the next begins. */
export interface RowReader {
  read(cells: readonly string[], line: number): ReadExample | undefined;
  end(): ReadExample | undefined;
}

/** Comma-separated values under one line of column names. */
export interface CsvFormat extends Writing {
  readonly ending: 'csv';
  /** Columns that tell the format from the others. */
  readonly columns: readonly string[];
  reader(columns: readonly string[]): RowReader;
}

export type DatasetFormat = JsonFormat | CsvFormat;
