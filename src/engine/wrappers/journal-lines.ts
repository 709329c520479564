import { newHeader } from '../formats/header';
import { syslogRfc3164 } from '../formats/syslog-rfc3164';
import { lineWrapper } from './line-wrapper';
import { streamOf } from './wrapper';

const header = newHeader();

/**
 * The system journal as `journalctl` prints it, and files of syslog: `Jun 12 09:41:07 host name[pid]: text`. Where the
 * programs' own lines are of a format we know, their header is what tells; every line is an entry of its own.
 */
export const journalLines = lineWrapper({
  name: 'journal',
  ownFormat: syslogRfc3164.name,
  samples: [
    {
      lines: [
        'Jun 12 09:41:07 edge7 ledgerd[7]: level=warn msg="book 7 is torn"',
        'Jun 12 09:41:08 edge7 ledgerd[7]: opened',
      ],
      texts: [
        {
          text: 'level=warn msg="book 7 is torn"',
          time: '1781257267000000000',
          level: 'none',
          name: 'ledgerd',
        },
        { text: 'opened', time: '1781257268000000000', level: 'none', name: 'ledgerd' },
      ],
      fields: [{ name: 'unit', value: 'ledgerd[7]' }],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    if (!syslogRfc3164.read(bytes, start, end, header, context)) return false;
    text.seconds = header.seconds;
    text.nanos = header.nanos;
    text.level = header.level;
    text.nameStart = header.componentStart;
    text.nameEnd = header.componentEnd;
    text.stream = streamOf(bytes, header.componentStart, header.messageStart);
    text.start = header.messageStart;
    text.end = header.messageEnd;
    text.begins = true;
    return true;
  },
  fields(bytes, start, end) {
    if (!syslogRfc3164.read(bytes, start, end, header, { referenceSeconds: 0 })) return [];
    const tag = new TextDecoder().decode(bytes.subarray(header.componentStart, header.messageStart));
    return tag === '' ? [] : [{ name: 'unit', value: tag.replace(/:\s*$/, '') }];
  },
});
