import type { ByteOffset, LineIndex } from '../model/units';
import { isDigit } from '../time/ascii';
import { BinaryField } from './binary-field';
import { JournalEntry } from './journal-fields';
import { newWrappedText, type OnText, type Unwrapper, type Wrapper } from './wrapper';

const equals = 0x3d;
const decoder = new TextDecoder();
const longestName = 64;

/** Where a field's name ends: capitals, digits and underscores. */
function afterName(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < Math.min(end, start + longestName) && isNameByte(bytes[i])) i++;
  return i;
}

function isNameByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || isDigit(byte);
}

/** `journalctl -o export`: entries of `NAME=value` lines, parted by blank lines. */
export const journalExport: Wrapper = {
  name: 'journal-export',
  samples: [
    {
      lines: [
        '__CURSOR=s=1;i=7',
        '__REALTIME_TIMESTAMP=1781257267260000',
        '_SOURCE_REALTIME_TIMESTAMP=1781257267250123',
        'PRIORITY=3',
        '_COMM=ledger-main',
        'SYSLOG_IDENTIFIER=ledgerd',
        'MESSAGE=book 7 is torn',
        '',
        '__REALTIME_TIMESTAMP=1781257268000000',
        'MESSAGE=opened',
      ],
      texts: [
        { text: 'book 7 is torn', time: '1781257267250123000', level: 'error', name: 'ledgerd' },
        { text: 'opened', time: '1781257268000000000', level: 'none', name: '' },
      ],
      fields: [],
    },
  ],
  recognises(head) {
    const first = head.find((line) => line.length > 0);
    return (
      first !== undefined &&
      /^__(CURSOR|REALTIME_TIMESTAMP)=/.test(decoder.decode(first.subarray(0, longestName)))
    );
  },
  takesEscapes: true,
  open: (onText) => new EntryUnwrapper(onText),
  fields: () => [],
};

interface OpenEntry {
  readonly entry: JournalEntry;
  readonly line: LineIndex;
}

/** An entry's text is known when all its fields are: it is handed over at the blank line behind them. */
class EntryUnwrapper implements Unwrapper {
  private open: OpenEntry | undefined;
  private binary: BinaryField | undefined;

  constructor(private readonly onText: OnText) {}

  line(bytes: Uint8Array, start: number, end: number, line: LineIndex, offset: ByteOffset): boolean {
    if (this.binary !== undefined) {
      this.goOn(this.binary, bytes, start, end, offset);
      return false;
    }
    if (start === end) {
      this.end();
      return true;
    }
    this.open ??= newEntry(line);
    this.field(this.open.entry, bytes, start, end, offset);
    return false;
  }

  end(): void {
    const { open } = this;
    this.open = undefined;
    this.binary = undefined;
    if (open !== undefined) this.onText(open.entry.text, open.line);
  }

  fork(onText: OnText): EntryUnwrapper {
    const copy = new EntryUnwrapper(onText);
    if (this.open !== undefined) {
      const { entry, line } = this.open;
      copy.open = { entry: entry.copyOver({ ...entry.text }), line };
    }
    copy.binary = this.binary?.copy();
    return copy;
  }

  private field(
    entry: JournalEntry,
    bytes: Uint8Array,
    start: number,
    end: number,
    offset: ByteOffset,
  ): void {
    const nameEnd = afterName(bytes, start, end);
    const name = decoder.decode(bytes.subarray(start, nameEnd));
    if (nameEnd < end && bytes[nameEnd] === equals) entry.take(name, bytes, nameEnd + 1, end);
    else if (nameEnd === end && nameEnd > start) this.binary = new BinaryField(name, offset + end - start);
  }

  private goOn(field: BinaryField, bytes: Uint8Array, start: number, end: number, offset: ByteOffset): void {
    if (!field.line(bytes, start, end, offset)) return;
    this.binary = undefined;
    const value = field.value();
    this.open?.entry.take(field.name, value, 0, value.length);
  }
}

function newEntry(line: LineIndex): OpenEntry {
  const text = newWrappedText();
  text.begins = true;
  return { entry: new JournalEntry(text), line };
}
