import type { ReadContext } from '../format';
import { newHeader } from '../header';
import { LogReader } from '../log-reader';
import { CorrectedLine } from './corrected-line';
import { CorrectedVariant, type CorrectedWay } from './corrected-variant';
import { fittingCorrections } from './fitting-corrections';
import type { FormatCorrection } from './format-correction';
import type { LineBytes } from './line-edit';
import { type Corrections, editsOf, readyCorrections } from './ready-corrections';

type Recognise = (head: readonly Uint8Array[], context: ReadContext) => LogReader;

/** A format fits the corrected lines when it reads so many of them and knows the time for one. */
const fittingShare = 0.8;

/**
 * Decides how a corrected log is read: the corrected columns are replaced by what every format knows, and the formats are
 * recognised in what comes out, so that the columns around them are found as in any log. Where none takes the time for a
 * header field, what stands before the first corrected column is passed over. Throws where a correction is invalid.
 */
export function recogniseCorrected(
  head: readonly Uint8Array[],
  given: readonly FormatCorrection[],
  context: ReadContext,
  recognise: Recognise,
): LogReader {
  const fitting = fittingCorrections(given, head, context);
  if (fitting.length === 0) return recognise(head, context);
  const corrections = readyCorrections(fitting, context);
  const line = new CorrectedLine(editsOf(corrections));
  const whole = editedHead(head, { corrections, line, fromColumn: false });
  const base = recognise(whole.all, context);
  const way = { corrections, line };
  if (whole.timed.length === 0 || takesTime(base, whole.timed))
    return readerOf({ ...way, fromColumn: false }, base, context);
  const rest = editedHead(head, { ...way, fromColumn: true });
  const restBase = recognise(rest.timed, context);
  const chosen = hasMessages(restBase, rest.timed)
    ? { base: restBase, fromColumn: true }
    : { base, fromColumn: false };
  return readerOf({ ...way, fromColumn: chosen.fromColumn }, chosen.base, context);
}

interface EditedHead {
  readonly all: readonly Uint8Array[];
  /** Those with a corrected time. */
  readonly timed: readonly Uint8Array[];
}

function editedHead(
  head: readonly Uint8Array[],
  { corrections, line, fromColumn }: CorrectedWay,
): EditedHead {
  const all: Uint8Array[] = [];
  const timed: Uint8Array[] = [];
  for (const bytes of head) {
    if (corrections.begins?.(bytes, 0, bytes.length) === false) continue;
    const found = line.edit({ bytes, start: 0, end: bytes.length });
    const edited = copyOf(line.line, found && fromColumn ? line.firstColumn : line.line.start);
    all.push(edited);
    if (line.has(corrections.time)) timed.push(edited);
  }
  return { all, timed };
}

function copyOf({ bytes, end }: LineBytes, from: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, end));
}

/** Formats of fields with names take a time they do not know for a field all the same. */
function takesTime(base: LogReader, timed: readonly Uint8Array[]): boolean {
  const reader = base.fresh();
  const header = newHeader();
  const taken = timed.filter(
    (line) => reader.read(line, 0, line.length, header) && (base.neverWraps || !Number.isNaN(header.seconds)),
  );
  return taken.length >= timed.length * fittingShare;
}

function hasMessages(base: LogReader, timed: readonly Uint8Array[]): boolean {
  const reader = base.fresh();
  const header = newHeader();
  const filled = timed.filter(
    (line) => reader.read(line, 0, line.length, header) && header.messageEnd > header.messageStart,
  );
  return filled.length >= timed.length * fittingShare;
}

function readerOf(way: CorrectedWay, base: LogReader, context: ReadContext): LogReader {
  const variant = new CorrectedVariant(way, base);
  const candidate = {
    name: base.name,
    variant,
    neverWraps: base.neverWraps,
    continuations: continuationsOf(way.corrections),
  };
  return new LogReader({ ...base.recognised, chosen: [candidate], indented: false }, context);
}

/** Where it was shown how a record begins, any other line goes on with the one before. */
function continuationsOf({ begins }: Corrections) {
  if (begins === undefined) return [];
  return [{ read: (bytes: Uint8Array, start: number, end: number) => !begins(bytes, start, end) }];
}
