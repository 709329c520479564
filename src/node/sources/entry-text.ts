import { plainLabelName } from '../../engine/wrappers/label-braces';
import { InputError } from '../../protocol/input-error';
import type { NsText } from '../../protocol/log-source';
import type { Labels, SourceEntry } from './source-reader';

/**
 * Entries as the text of a log: one record each, which `src/engine/wrappers/labelled-entry.ts` takes apart again.
 *
 *     2026-03-01T00:00:00.123456789Z {service_name="checkout", pod="x-1"} the text as it is
 */

/** A head must stay within the 64 KiB that are read of a line, with room for the text. */
const longestValue = 4_000;
const longestLabels = 16_000;

/** Further lines that would be taken for the head of an entry; whoever reads also asks for whole braces behind it. */
const headBehindLineEnd = /([\r\n])(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z \{)/g;
/** A record begins with the first line that is not blank. */
const blankLinesFirst = /^[\0-\x20]*[\r\n]/;
const lineEndLast = /(?:\r\n|\n|\r)$/;
/** Nanoseconds of the years 1970 to 2286. */
const readableTime = /^\d{1,19}$/;

const digitsOfFraction = 9;

/** Of one set of labels: their text, and the whole braces with what single labels, which many entries share, add to it. */
interface KnownLabels {
  readonly text: string;
  readonly alone: string;
  readonly withOwn: WeakMap<Labels, string>;
}

/** One after the other makes the text cheap: most entries of a page share their labels and their second. */
export class EntryTexts {
  private readonly known = new WeakMap<Labels, KnownLabels>();
  private seconds = '';
  private secondsText = '1970-01-01T00:00:00.';

  /** Lines, the last one ended too. Throws InputError `senseless-time`. */
  of(entries: readonly SourceEntry[]): string {
    let text = '';
    for (const entry of entries) {
      // Few long pieces: what is put together of many is slow to become bytes.
      text += this.timeOf(entry.time) + this.bracesOf(entry) + textOf(entry.text);
    }
    return text;
  }

  private timeOf(time: NsText): string {
    if (!readableTime.test(time)) throw senselessTime(time);
    const split = time.length - digitsOfFraction;
    if (split !== this.seconds.length || !time.startsWith(this.seconds)) this.takeSeconds(time, split);
    return this.secondsText + (split > 0 ? time.slice(split) : time.padStart(digitsOfFraction, '0'));
  }

  private takeSeconds(time: NsText, split: number): void {
    this.seconds = time.slice(0, Math.max(0, split));
    const text = new Date(Number(this.seconds) * 1000).toISOString();
    this.secondsText = text.slice(0, -'000Z'.length);
  }

  /** With what stands before and behind them. */
  private bracesOf({ labels, own }: SourceEntry): string {
    const known = this.knownOf(labels);
    if (own === null || own.length === 0) return known.alone;
    if (own.length > 1) return bracesWith(known.text, own);
    const before = known.withOwn.get(own);
    if (before !== undefined) return before;
    const text = bracesWith(known.text, own);
    known.withOwn.set(own, text);
    return text;
  }

  private knownOf(labels: Labels): KnownLabels {
    const known = this.known.get(labels);
    if (known !== undefined) return known;
    const text = labelsText(labels);
    const made = { text, alone: `Z {${text}} `, withOwn: new WeakMap() };
    this.known.set(labels, made);
    return made;
  }
}

function bracesWith(shared: string, own: Labels): string {
  return `Z {${shared}${shared === '' ? '' : ', '}${labelsText(own)}} `;
}

/** What is left out for its length is told in its place: `"…"="3"` is three labels more. */
function labelsText(labels: Labels): string {
  const parts: string[] = [];
  let length = 0;
  for (const [name, value] of labels) {
    const part = `${nameText(name)}=${valueText(value)}`;
    length += part.length;
    if (length > longestLabels) {
      parts.push(`"…"="${labels.length - parts.length}"`);
      break;
    }
    parts.push(part);
  }
  return parts.join(', ');
}

function nameText(name: string): string {
  return plainLabelName.test(name) ? name : valueText(name);
}

/** A string of JSON is one of LogQL too; control characters are escaped in it. */
function valueText(value: string): string {
  return JSON.stringify(value.length > longestValue ? `${value.slice(0, longestValue)}…` : value);
}

/** With its line end. Blank lines before it and its own line end show nothing, and would look like lines of their own. */
function textOf(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return `${text}\n`;
  const shown = text.replace(blankLinesFirst, '').replace(lineEndLast, '');
  return `${shown.replace(headBehindLineEnd, '$1 ')}\n`;
}

function senselessTime(time: string): InputError {
  return new InputError({
    code: 'senseless-time',
    sentence: {
      pattern: 'The server gave an entry the time "{0}", which is none. Check that the address is right.',
      values: [time.slice(0, 40)],
    },
  });
}
