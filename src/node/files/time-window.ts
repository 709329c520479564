import type { FormatCorrection } from '../../engine/formats/corrections/format-correction';
import type { Sentence } from '../../engine/model/finding';
import { boundFrom, isBeforeEnd, type TimeBound } from '../../engine/model/time-bound';
import type { UnixNs } from '../../engine/model/units';
import { LogWindow } from './log-window';
import type { ByteSpan, DirectFile, ReadableLog } from './readable-log';
import { type SecondsRange, TimePlaces } from './time-places';
import { TimeProbe } from './time-probe';

export interface TimeWindow {
  readonly from: TimeBound;
  readonly until: TimeBound;
}

export interface WindowedLogs extends TimeWindow {
  readonly logs: readonly ReadableLog[];
}

export interface WindowOptions {
  readonly formatCorrections?: (path: string) => readonly FormatCorrection[];
  /** Logs that are together smaller are read whole. */
  readonly leastBytes?: number;
  /** Read before the window and behind it. */
  readonly contextBytes?: number;
}

/** Read in well under a second. */
const leastBytes = 64 << 20;
/** Some 160,000 lines: they say what is usual where the window itself is short. */
const usualContext = 16 << 20;
/** A window that leaves out less than this share of a file is not worth the loss of what is usual. */
const leastLeftOut = 0.5;
const nanosPerSecond = 1_000_000_000n;

interface Probed {
  readonly log: ReadableLog;
  readonly file: DirectFile;
  readonly probe: TimeProbe;
  /** Undefined where it is not in order of time, or has too few times to say. */
  readonly places: TimePlaces | undefined;
}

/**
 * The logs cut down to what a window of time needs, where they are large: of a plain file in order of time the window, found by
 * bisection, and a stretch before and behind it; of one of several that lies beyond the window nothing. Any other is read whole.
 * Lines keep their numbers, and a note of each log says what was left out. Bounds are resolved where only the whole log could
 * do that later. Throws InputError.
 */
export function windowLogs(
  logs: readonly ReadableLog[],
  window: TimeWindow,
  options: WindowOptions = {},
): WindowedLogs {
  const size = logs.reduce((sum, log) => sum + log.size, 0);
  const isOpen = window.from === null && window.until === null;
  if (isOpen || size < (options.leastBytes ?? leastBytes)) return { ...window, logs };
  const probed = logs.map((log) => probedLog(log, options));
  const resolved = resolve(window, probed);
  if (resolved === undefined) return { ...window, logs };
  const range = { from: secondsOf(resolved.from, -1), until: secondsOf(resolved.until, 1) };
  const cut = logs.map((log, i) => windowOf(probed, i, range, options.contextBytes ?? usualContext) ?? log);
  return { ...resolved, logs: cut };
}

function probedLog(log: ReadableLog, { formatCorrections }: WindowOptions): Probed | undefined {
  const file = log.directFile();
  if (file === undefined) return undefined;
  const { path, referenceSeconds } = log;
  const probe = TimeProbe.of(file, { referenceSeconds, corrections: formatCorrections?.(path) });
  return probe && { log, file, probe, places: TimePlaces.of(probe, file.size) };
}

/** Undefined where the end of one of the logs must be known and only reading it can tell. */
function resolve({ from, until }: TimeWindow, probed: readonly (Probed | undefined)[]) {
  if (!isBeforeEnd(from) && !isBeforeEnd(until)) return { from, until };
  let end: UnixNs | undefined;
  for (const one of probed) {
    const last = one?.probe.last();
    if (last === undefined) return undefined;
    const time = BigInt(last.seconds) * nanosPerSecond + BigInt(last.nanos);
    if (end === undefined || time > end) end = time;
  }
  return end === undefined ? undefined : { from: boundFrom(from, end), until: boundFrom(until, end) };
}

/** Infinite where the range is open: below for its beginning, above for its end. */
function secondsOf(bound: UnixNs | null, openSign: -1 | 1): number {
  return bound === null ? openSign * Number.POSITIVE_INFINITY : Number(bound) / 1e9;
}

/** Undefined where the log is to be read as it is. */
function windowOf(
  probed: readonly (Probed | undefined)[],
  index: number,
  range: SecondsRange,
  context: number,
): LogWindow | undefined {
  const one = probed[index];
  if (one === undefined) return undefined;
  const { log, file, probe, places } = one;
  const { textStart, size } = file;
  const windowed = (span: ByteSpan, pattern: string) =>
    new LogWindow(log, file, span, probe.startAt(span.start), noteOf(pattern, log));
  if (places === undefined) {
    const isTimed = probe.last() !== undefined;
    return isTimed ? windowed({ start: textStart, end: size }, noOrder) : undefined;
  }
  if (isNotNeeded(probed, index, range)) return windowed({ start: size, end: size }, notRead);
  const span = withContext(places.spanOf(range), one, context);
  const leftOut = size - (span.end - span.start);
  return leftOut < size * leastLeftOut ? undefined : windowed(span, partRead);
}

/** Whether all of one of several logs lies beyond the range, and the next one has lines before it that say what is usual. */
function isNotNeeded(probed: readonly (Probed | undefined)[], index: number, range: SecondsRange): boolean {
  const places = probed[index]?.places;
  const next = probed[index + 1]?.places;
  if (places === undefined || probed.length === 1) return false;
  if (places.beginsBehind(range)) return true;
  return places.endsBefore(range) && next !== undefined && next.spanOf(range).start > 0;
}

function withContext(span: ByteSpan, { file, probe }: Probed, context: number): ByteSpan {
  const { textStart, size } = file;
  const start = span.start - context;
  const end = span.end + context;
  return {
    start: start <= textStart ? textStart : (probe.after(start)?.offset ?? textStart),
    end: end >= size ? size : (probe.after(end)?.offset ?? size),
  };
}

const partRead =
  '{0}: of this file only the time asked for was read, with some lines before and behind it; they say what is usual.';
const notRead = '{0} holds nothing of the time asked for and was not read.';
const noOrder = 'The times in {0} tell no order, so all of it was read.';

function noteOf(pattern: string, { path }: ReadableLog): Sentence {
  return { pattern, values: [path] };
}
