import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import { oneLine } from '../http/server-words';
import type { Asking } from '../source-reader';

/** What journalctl says besides entries, as far as it means something to who reads them. */
const meanings: readonly { readonly said: RegExp; readonly sentence: (line: string) => Sentence }[] = [
  {
    said: /not seeing messages from other users|not seeing messages from the system/i,
    sentence: () => ({
      pattern:
        'You see your own messages only, not those of other users and of the system. Ask to be in the group systemd-journal or adm, and log in again.',
      values: [],
    }),
  },
  {
    said: /corrupted, ignoring|truncated, ignoring|unsupported feature, ignoring|Failed to open|Failed to add file/i,
    sentence: (line) => ({
      pattern:
        'A part of the journal could not be read ({0}). Check it with "journalctl --verify", or read it on the machine that wrote it.',
      values: [line],
    }),
  },
];

const none = /No journal files were found/i;
const forbidden = /insufficient permissions|Permission denied/i;
/** Goes on below a hint, or says that nothing is there. */
const nothingNew = /^(?:\s|-- |Pass -q|Hint: Users|$)/;
const mostUnknown = 5;

/** Listens to the standard error of journalctl, line by line, and tells people what is lost by it. */
export class JournalWords {
  private isNone = false;
  private isForbidden = false;
  private unknown = 0;

  constructor(private readonly asking: Pick<Asking, 'note'>) {}

  line(text: string): void {
    this.isNone ||= none.test(text);
    this.isForbidden ||= forbidden.test(text);
    const meaning = meanings.find(({ said }) => said.test(text));
    if (meaning) this.asking.note(meaning.sentence(oneLine(text)), 'missing');
    else if (!nothingNew.test(text) && !none.test(text) && this.unknown++ < mostUnknown) {
      this.asking.note({ pattern: 'journalctl says: {0}', values: [oneLine(text)] });
    }
  }

  /** Why nothing at all was read, where it said so. */
  get problem(): InputError | undefined {
    if (this.isForbidden) return journalProblem('journal-forbidden');
    return this.isNone ? journalProblem('no-journal') : undefined;
  }
}

const problems = {
  'journal-forbidden': {
    pattern:
      'You may not read this journal. Ask to be in the group systemd-journal or adm, and log in again.',
  },
  'no-journal': {
    pattern:
      'No journal is kept on this machine. Open this window on the one that keeps it, or name a journal file or a folder of them in the source.',
  },
  'no-journalctl': {
    pattern:
      'journalctl, which reads journals, is not on PATH. Open this window on the machine of the journal, or add the command "ssh HOST journalctl -f" as a source.',
  },
} as const;

export function journalProblem(code: keyof typeof problems): InputError {
  return new InputError({ code, sentence: { ...problems[code], values: [] } });
}
