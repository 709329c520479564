import { isDigit } from '../time/ascii';
import { afterCollectorTime } from './collector-time';
import { lineWrapper } from './line-wrapper';

/** Docker writes all nine digits; Kubernetes leaves out zeros at the end, so that one time in ten is shorter. */
const mostDigits = 9;
const fewestDigits = 6;
/** `2026-06-12T09:41:07.` */
const beforeFraction = 20;
const fullShare = 0.7;

/**
 * Texts with a header or syntax of their own. Any other may be that of a program which writes such times itself, and is
 * read as well with the time for its header.
 */
const structured =
  /^(?:\{"|\[?\d{4}[-/]\d\d[-/]\d\d[ T]|(?:\d{1,3}\.){3}\d{1,3} |[IWEF]\d{4} \d\d:|[a-z]+="?[^\s=]+"? [a-z]+=)/;
const structuredShare = 0.5;
const decoder = new TextDecoder();
const lookedAt = 100;

/** How many digits the fraction of a time at `start` has. */
function fractionDigits(bytes: Uint8Array, start: number, end: number): number {
  const from = start + beforeFraction;
  const limit = Math.min(end, from + mostDigits);
  let at = from;
  while (at < limit && isDigit(bytes[at])) at++;
  return Math.max(0, at - from);
}

function isStructured(line: Uint8Array): boolean {
  const from = beforeFraction + fractionDigits(line, 0, line.length) + 'Z '.length;
  return structured.test(decoder.decode(line.subarray(from, from + lookedAt)));
}

/** `docker logs --timestamps`, `kubectl logs --timestamps`: the container runtime's time, a blank, the text. */
export const runtimeTime = lineWrapper({
  name: 'runtime-time',
  samples: [
    {
      lines: [
        '2026-06-12T09:41:07.250123456Z {"level":"warn","msg":"ledger is slow"}',
        '2026-06-12T09:41:08.123456789Z {"level":"info","msg":"ledger is open"}',
        '2026-06-12T09:41:08.223456789Z',
        '2026-06-12T09:41:08.25012345Z   indented',
      ],
      texts: [
        {
          text: '{"level":"warn","msg":"ledger is slow"}',
          time: '1781257267250123456',
          level: 'none',
          name: '',
        },
        {
          text: '{"level":"info","msg":"ledger is open"}',
          time: '1781257268123456789',
          level: 'none',
          name: '',
        },
        { text: '', time: '1781257268223456789', level: 'none', name: '' },
        { text: '  indented', time: '1781257268250123450', level: 'none', name: '' },
      ],
      fields: [],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    const digits = fractionDigits(bytes, start, end);
    if (digits < fewestDigits) return false;
    text.start = afterCollectorTime(bytes, start, end, digits, text, context);
    return text.start > start;
  },
  confirms(head) {
    const full = head.filter((line) => fractionDigits(line, 0, line.length) === mostDigits);
    return (
      full.length >= head.length * fullShare &&
      head.filter(isStructured).length >= head.length * structuredShare
    );
  },
  fields: () => [],
});
