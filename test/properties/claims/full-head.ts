import { decoded } from '../../engine/source-texts';

/** As many lines decide a format; see `HeadLines`. */
const headLines = 1000;
/** Longer lines than this fill a head too, and cost a claim too much. */
const mostBytes = 200;

const lineFeed = 0x0a;

/** The text behind so much of itself that its format is decided before it begins; undefined where that would be long. */
export function behindFullHead(bytes: Uint8Array): { bytes: Uint8Array; headEnd: number } | undefined {
  const text = decoded(bytes);
  const lines = text.filter((byte) => byte === lineFeed).length + 1;
  if (text.length > mostBytes * lines || lines > headLines) return undefined;
  const again = Buffer.concat([text, Buffer.from('\n')]);
  const head = Buffer.concat(Array.from({ length: Math.ceil(headLines / lines) + 1 }, () => again));
  return { bytes: Buffer.concat([head, text]), headEnd: head.length };
}
