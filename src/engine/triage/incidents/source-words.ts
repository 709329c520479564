import type { RecordIndex } from '../../model/units';
import type { RecordCutter } from '../../records/record-cutter';
import type { SourceTexts } from '../../records/source-texts';
import { plainText } from '../../text/plain-text';
import type { RecordWords } from './record-words';

const longestMark = 80;
/** `[-] `, `[req-7c2f] `, `[ 812.33] ` before what is said: a further column of the header, which names no event. */
const marks = /^(?:\[(?:-|\s*[^\][\s]*\d[^\][\s]*)\]\s+){1,3}(?=\S)/;

/** Reads back from the sources what records say. */
export class SourceWords implements RecordWords {
  constructor(
    private readonly components: { name(id: number): string },
    private readonly cutter: Pick<RecordCutter, 'cut'>,
    private readonly texts: SourceTexts,
  ) {}

  componentName(component: number): string {
    return this.components.name(component);
  }

  message(record: RecordIndex, limit: number): string {
    const { message } = this.cutter.cut(record, this.texts);
    const text = plainText(message, 0, message.length, limit + longestMark);
    return text.replace(marks, '').slice(0, limit);
  }
}
