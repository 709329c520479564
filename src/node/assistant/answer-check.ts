import { checkedAnswer } from '../../engine/citations/checked-answer';
import type { CheckedAnswer } from '../../engine/citations/checked-citation';
import { citedLines } from '../../engine/citations/cited-lines';
import type { CitedRecord } from '../../engine/model/cited-record';
import type { LineNumber } from '../../engine/model/units';
import type { Breather } from './breather';
import type { AssistantLog, CitableDocument } from './investigation';
import { lettingOthersIn } from './let-others-in';

/** As `citedRecords` takes them. */
const mostAtOnce = 200;

type Records = Map<LineNumber, CitedRecord | null>;

/** Holds an answer against the log and the documents it cites. Records are asked for once. */
export class AnswerCheck {
  private readonly records = new Map<string, Records>();

  /** `documents`: those there are by then. */
  constructor(
    private readonly log: Pick<AssistantLog, 'citedRecords'>,
    private readonly documents: () => readonly CitableDocument[],
  ) {}

  /** Rejects where the log does, or with the signal's reason. */
  async check(text: string, breather: Breather, signal: AbortSignal): Promise<CheckedAnswer> {
    await this.learn(citedLines(text), signal);
    return lettingOthersIn(checkedAnswer(text, this.recordOf), breather, signal);
  }

  /** Asks for the records of lines by document, where they are not known yet. */
  async learn(lines: ReadonlyMap<string, readonly LineNumber[]>, signal: AbortSignal): Promise<void> {
    for (const [document, asked] of lines) {
      const known = this.knownOf(document);
      if (known === undefined) continue;
      const missing = asked.filter((line) => !known.has(line));
      for (let at = 0; at < missing.length; at += mostAtOnce) {
        const some = missing.slice(at, at + mostAtOnce);
        const found = await this.ask(document, some, signal);
        for (const [index, line] of some.entries()) known.set(line, found[index] ?? null);
      }
    }
  }

  readonly recordOf = (document: string, line: LineNumber): CitedRecord | null | undefined => {
    const known = this.knownOf(document);
    return known === undefined ? undefined : (known.get(line) ?? null);
  };

  /** Undefined where there is no such document. */
  private knownOf(document: string): Records | undefined {
    const known = this.records.get(document);
    if (known !== undefined) return known;
    if (document !== '' && this.documentOf(document) === undefined) return undefined;
    const records: Records = new Map();
    this.records.set(document, records);
    return records;
  }

  private async ask(
    document: string,
    lines: readonly LineNumber[],
    signal: AbortSignal,
  ): Promise<readonly (CitedRecord | null)[]> {
    signal.throwIfAborted();
    if (document === '') return this.log.citedRecords(lines, signal);
    return (await this.documentOf(document)?.citedRecords(lines)) ?? [];
  }

  private documentOf(id: string): CitableDocument | undefined {
    return this.documents().find((one) => one.id === id);
  }
}
