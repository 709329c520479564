import { afterCollectorTime } from './collector-time';
import { indexWithin } from './index-within';
import { lineWrapper } from './line-wrapper';
import { streamOf } from './wrapper';

const beginning = new TextEncoder().encode('[pod/');
const slash = 0x2f;
const closeBracket = 0x5d;
const blank = 0x20;
/** Names of pods have at most 253 characters, those of containers 63. */
const longestPrefix = 330;
/** The container runtime's own times, as `--timestamps` shows them. */
const fractionDigits = 9;

interface Prefix {
  /** Where the pod's name ends. */
  readonly slash: number;
  readonly close: number;
}

function prefixOf(bytes: Uint8Array, start: number, end: number): Prefix | undefined {
  for (let i = 0; i < beginning.length; i++) if (bytes[start + i] !== beginning[i]) return undefined;
  const close = indexWithin(bytes, closeBracket, start, Math.min(end, start + longestPrefix));
  const between = indexWithin(bytes, slash, start + beginning.length, close);
  const isPrefix = between < close && (close + 1 === end || bytes[close + 1] === blank);
  return isPrefix && close < end ? { slash: between, close } : undefined;
}

/** `kubectl logs --prefix`: `[pod/name/container] text`, perhaps with the runtime's time before the text. */
export const kubectlPrefix = lineWrapper({
  name: 'kubectl',
  samples: [
    {
      lines: [
        '[pod/ledger-7f9c-x2/books] opened',
        '[pod/ledger-7f9c-x2/proxy] 2026-06-12T09:41:07.250123456Z ready',
        '[pod/ledger-7f9c-x2/books]',
      ],
      texts: [
        { text: 'opened', time: null, level: 'none', name: 'books' },
        { text: 'ready', time: '1781257267250123456', level: 'none', name: 'proxy' },
        { text: '', time: null, level: 'none', name: 'books' },
      ],
      fields: [
        { name: 'pod', value: 'ledger-7f9c-x2' },
        { name: 'container', value: 'books' },
      ],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    const prefix = prefixOf(bytes, start, end);
    if (prefix === undefined) return false;
    text.nameStart = prefix.slash + 1;
    text.nameEnd = prefix.close;
    text.stream = streamOf(bytes, start, prefix.close);
    text.start = afterCollectorTime(
      bytes,
      Math.min(end, prefix.close + 2),
      end,
      fractionDigits,
      text,
      context,
    );
    return true;
  },
  fields(bytes, start, end) {
    const prefix = prefixOf(bytes, start, end);
    if (prefix === undefined) return [];
    const decoder = new TextDecoder();
    return [
      { name: 'pod', value: decoder.decode(bytes.subarray(start + beginning.length, prefix.slash)) },
      { name: 'container', value: decoder.decode(bytes.subarray(prefix.slash + 1, prefix.close)) },
    ];
  },
});
