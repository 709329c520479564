import { newHeader } from '../../../src/engine/formats/header';
import { recogniseFormats } from '../../../src/engine/formats/recognise';
import { levelName } from '../../../src/engine/model/level';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };

/** What the reader that `lines` decide makes of each of them: null for a continuation. `times`: of the records. */
export function readLines(lines: readonly string[]) {
  const head = lines.map((line) => Buffer.from(line));
  const reader = recogniseFormats(head, context);
  const header = newHeader();
  const times: (string | null)[] = [];
  const records = head.map((bytes) => {
    if (!reader.read(bytes, 0, bytes.length, header)) return null;
    times.push(Number.isNaN(header.seconds) ? null : new Date(header.seconds * 1000).toISOString());
    return {
      timed: !Number.isNaN(header.seconds),
      level: levelName(header.level),
      component: bytes.toString('utf8', header.componentStart, header.componentEnd),
      message: bytes.toString('utf8', header.messageStart, header.messageEnd),
    };
  });
  return { name: reader.name, share: reader.share, records, times };
}
