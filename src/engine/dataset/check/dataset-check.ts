import type { DatasetFormat } from '../formats/format';
import type { VerdictWords } from '../instructions/verdict';
import type { DatasetReport } from './dataset-report';
import { FileCheck } from './file-check';
import { Issues } from './issues';
import type { SeenOfFormat } from './repetitions';
import { SeenExamples } from './seen-examples';

/**
 * Checks the files of one data set, one after the other, in the order given: an example counts as leaked or repeated where it
 * stands for the second time. Kept of an example are some numbers.
 */
export class DatasetCheck {
  private readonly issues = new Issues();
  private readonly names: string[] = [];
  private readonly files: FileCheck[] = [];
  private readonly seen = new Map<DatasetFormat, SeenOfFormat>();

  /** `maxTokens`: tokens an example may have, counted by `tokensOf`. */
  constructor(private readonly maxTokens?: number) {}

  /** To be given every line of the file, then its end, before the next file begins. `verdicts`: words of its own for the labels. */
  begin(name: string, verdicts?: VerdictWords): FileCheck {
    const ties = {
      issues: this.issues,
      maxTokens: this.maxTokens,
      nameOf: (index: number) => this.names[index],
      seenIn: (format: DatasetFormat) => this.seenIn(format),
    };
    const file = new FileCheck(this.names.length, ties, verdicts);
    this.names.push(name);
    this.files.push(file);
    return file;
  }

  report(): DatasetReport {
    return { files: this.files.map((file) => file.report()), issues: this.issues.list() };
  }

  private seenIn(format: DatasetFormat): SeenOfFormat {
    const found = this.seen.get(format) ?? { exact: new SeenExamples(), near: new SeenExamples() };
    this.seen.set(format, found);
    return found;
  }
}
