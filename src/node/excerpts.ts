import type { LineNumber, SourceIndex } from '../engine/model/units';
import { plainText } from '../engine/text/plain-text';
import type { FinishedAnalysis } from './analyse-logs';
import type { LogText } from './files/readable-log';

/** What lists and hovers show of a line, in UTF-16 units. */
const excerptLength = 300;

/** What stands for bytes that could not be decoded. */
const replacement = '\uFFFD';

/** The texts of an analysis, opened when first asked for. */
export class Excerpts {
  /** Whether an excerpt shows U+FFFD that is not the log's own, in a log whose encoding nobody named. */
  foundUndecoded = false;
  private readonly texts = new Map<SourceIndex, Promise<LogText>>();

  constructor(private readonly finished: Pick<FinishedAnalysis, 'session' | 'sources'>) {}

  /** The beginning of one line as people may see it: no control characters, no ANSI. Throws InputError. */
  async of(source: SourceIndex, line: LineNumber, limit = excerptLength): Promise<string> {
    const text = await this.textOf(source);
    const { start, end } = this.finished.session.spanOf(source, line);
    const bytes = text.read(start, end);
    const excerpt = plainText(bytes, 0, bytes.length, limit);
    if (excerpt.includes(replacement)) this.foundUndecoded ||= this.isUndecoded(source, bytes);
    return excerpt;
  }

  private isUndecoded(source: SourceIndex, bytes: Uint8Array): boolean {
    const { encoding } = this.finished.sources[source];
    return encoding === undefined && !Buffer.from(bytes).includes(replacement);
  }

  private textOf(source: SourceIndex): Promise<LogText> {
    let text = this.texts.get(source);
    if (!text) {
      text = this.finished.sources[source].text();
      this.texts.set(source, text);
    }
    return text;
  }
}
