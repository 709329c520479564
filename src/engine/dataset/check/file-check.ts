import type { Sentence } from '../../model/finding';
import type { DatasetExample, DatasetFormat, ReadExample } from '../formats/format';
import { isWellFormed } from '../formats/written-text';
import type { VerdictWords } from '../instructions/verdict';
import { textKey } from '../sequence-shape';
import type { FileReport, IssueKind } from './dataset-report';
import { exampleTokens } from './example-tokens';
import { type LineReader, type LineSink, readerOf } from './file-lines';
import type { Issues } from './issues';
import { repetitionsOf, type SeenOfFormat } from './repetitions';
import type { SeenExample } from './seen-examples';

/** What the files of one check have in common. */
export interface CheckTies {
  readonly issues: Issues;
  /** Tokens an example may have; undefined for any number. */
  readonly maxTokens: number | undefined;
  readonly nameOf: (file: number) => string;
  /** Only files of one format are compared: the same set in two formats is no leak. */
  readonly seenIn: (format: DatasetFormat) => SeenOfFormat;
}

/** Below this share of the labelled examples a label is rare. */
const rareShare = 0.1;
/** Fewer say nothing about balance. */
const fewExamples = 20;

/** One file, line by line; of its examples only numbers are kept. */
export class FileCheck implements LineSink {
  private reader: LineReader | undefined;
  private isOver = false;
  private known: DatasetFormat | undefined;
  private lines = 0;
  private examples = 0;
  private readonly labels = { normal: 0, anomalous: 0 };
  private readonly categories = new Map<string, number>();
  private readonly ids = new Set<number>();
  private longest = 0;

  constructor(
    private readonly file: number,
    private readonly ties: CheckTies,
    private readonly verdicts?: VerdictWords,
  ) {}

  /** Lines given so far. */
  get lineCount(): number {
    return this.lines;
  }

  /** A line without its LF. */
  push(line: string): void {
    this.lines++;
    if (this.isOver) return;
    if (this.reader) this.reader.push(line, this.lines);
    else if (line.trim() !== '') this.begin(line.replace(/^\ufeff/, ''));
  }

  end(): void {
    if (this.isOver) return;
    this.reader?.end();
    if (this.reader) this.checkBalance();
    else this.noDataset({ pattern: 'It is empty. Export it again, or leave it out.', values: [] });
  }

  report(): FileReport {
    const { lines, examples, labels, known, longest, ties, file } = this;
    const categories = [...this.categories].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return {
      name: ties.nameOf(file),
      format: known?.name ?? null,
      lines,
      examples,
      ...labels,
      categories: Object.fromEntries(categories),
      longest: ties.maxTokens === undefined ? null : longest,
    };
  }

  format(format: DatasetFormat): void {
    this.known = format;
  }

  /** Nothing more is looked at, and the file as a whole has this problem. */
  noDataset(sentence: Sentence): void {
    this.isOver = true;
    this.tell('format', null, sentence);
  }

  read({ example, problem }: ReadExample): void {
    if (problem) this.tell('schema', problem.line, problem.sentence);
    else this.check(example);
  }

  private check(example: DatasetExample): void {
    this.examples++;
    this.checkId(example);
    this.checkLetters(example);
    if (this.known?.holds !== 'sequences') return;
    this.count(example);
    if (this.checkEmpty(example)) return;
    this.checkLength(example);
    this.compare(example, this.ties.seenIn(this.known));
  }

  private begin(first: string): void {
    const found = readerOf(first, this, this.verdicts);
    if ('pattern' in found) {
      this.noDataset(found);
      return;
    }
    this.reader = found;
    if (this.known?.ending !== 'csv') found.push(first, this.lines);
  }

  private count({ label, category }: DatasetExample): void {
    if (label !== null) this.labels[label]++;
    if (category !== null) this.categories.set(category, (this.categories.get(category) ?? 0) + 1);
  }

  private checkId({ id, line }: DatasetExample): void {
    if (id === null) return;
    const key = textKey(id);
    if (this.ids.has(key))
      this.tell('repeated-id', line, { pattern: 'The id {0} was used before.', values: [id] });
    this.ids.add(key);
  }

  private checkLetters({ context, texts, answer, line }: DatasetExample): void {
    if ([...context, ...texts, answer ?? ''].every(isWellFormed)) return;
    this.tell('schema', line, {
      pattern:
        'Its text has half a letter ({0}), and readers such as Hugging Face datasets refuse the whole file.',
      values: ['\\ud800 … \\udfff'],
    });
  }

  private checkEmpty({ texts, answer, shape, line }: DatasetExample): boolean {
    if (answer !== null && answer.trim() === '') {
      this.tell('empty', line, { pattern: 'The answer is empty.', values: [] });
      return true;
    }
    if (shape !== null || texts.some((text) => text.trim() !== '')) return false;
    this.tell('empty', line, { pattern: 'It has no text.', values: [] });
    return true;
  }

  private checkLength(example: DatasetExample): void {
    const { maxTokens } = this.ties;
    if (maxTokens === undefined) return;
    const tokens = exampleTokens(example);
    this.longest = Math.max(this.longest, tokens);
    if (tokens <= maxTokens) return;
    this.tell('too-long', example.line, { pattern: 'It has about {0} tokens.', values: [tokens] });
  }

  private compare(example: DatasetExample, seen: SeenOfFormat): void {
    const { line, label } = example;
    const here: SeenExample = { file: this.file, line, label };
    for (const { kind, sentence } of repetitionsOf(example, here, seen, this.ties.nameOf))
      this.tell(kind, line, sentence);
  }

  private checkBalance(): void {
    const { normal, anomalous } = this.labels;
    const all = normal + anomalous;
    if (all < fewExamples || Math.min(normal, anomalous) >= all * rareShare) return;
    this.tell('imbalance', null, { pattern: '{0} normal, {1} anomalous.', values: [normal, anomalous] });
  }

  private tell(kind: IssueKind, line: number | null, sentence: Sentence): void {
    this.ties.issues.add(kind, { file: this.file, line, sentence });
  }
}
