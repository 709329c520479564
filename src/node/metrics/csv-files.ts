import { basename } from 'node:path';
import { CsvMetricsReader } from '../../engine/metrics/csv-metrics';
import type { MetricSeries, ReadMetrics } from '../../engine/metrics/metric-series';
import { windowed } from '../../engine/metrics/windowed';
import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';
import type { MetricsAnswer, MetricsWindow } from '../../protocol/metrics';
import { openLogFile } from '../files/log-file';
import { transcoded } from '../files/log-text';
import type { ReadableLog } from '../files/readable-log';
import { SharedWork } from '../shared-work';

/** Files kept as they were read: a dashboard asks again at each turn of the wheel. 160 MB each at most. */
const mostKept = 3;
const mostBytes = 512 * 2 ** 20;

/** A file that is or was read; given up by the last who wants it, it is read no further. */
interface Reading {
  readonly path: string;
  /** Size, time and number of the file. */
  readonly state: string;
  readonly work: SharedWork<ReadMetrics>;
}

/**
 * Metrics in CSV files, packed or not, in any encoding logs come in. For a worker thread: between its chunks a file is read for some
 * ten milliseconds at a time.
 */
export class CsvMetricsFiles {
  /** The one asked for last at the end. */
  private kept: readonly Reading[] = [];

  /** A window of null is all of the file, at 1,000 points. Rejects with InputError, or with the signal's reason. */
  async metrics(path: string, window: MetricsWindow | null, signal: AbortSignal): Promise<MetricsAnswer> {
    const { series, notes } = await this.read(path, signal);
    const shown = window === null ? wholeOf(series) : secondsOf(window);
    const within = series.flatMap((one) => windowed(one, shown) ?? []);
    return { series: within, notes: within.length > 0 ? notes : [...notes, elsewhere(path, series)] };
  }

  private async read(path: string, signal: AbortSignal): Promise<ReadMetrics> {
    const log = await openLogFile(path);
    const state = JSON.stringify(log.state);
    const known = this.kept.find((one) => one.path === path && one.state === state && !one.work.isOver);
    const work = known?.work ?? new SharedWork((shared) => readFile(log, shared));
    this.kept = [...this.kept.filter((one) => one.path !== path), { path, state, work }].slice(-mostKept);
    // At once: who gives up meanwhile must see that it is still wanted.
    const read = work.wait(signal);
    if (known) await Promise.allSettled([read, log.close()]);
    return read;
  }
}

async function readFile(log: ReadableLog, signal: AbortSignal): Promise<ReadMetrics> {
  try {
    const file = basename(log.path);
    const reader = new CsvMetricsReader(file, log.referenceSeconds);
    let bytes = 0;
    const chunks = log.chunks(() => undefined);
    for await (const chunk of transcoded(chunks, log.encoding)) {
      signal.throwIfAborted();
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(file);
      if (!reader.push(chunk)) break;
    }
    const read = reader.end();
    if ('problem' in read) throw new InputError({ code: 'no-metrics', sentence: read.problem });
    return { series: read.series, notes: [...log.notes, ...read.notes] };
  } finally {
    await log.close();
  }
}

function wholeOf(series: readonly MetricSeries[]) {
  const from = Math.min(...series.map(({ seconds }) => seconds[0]));
  return { from, until: Number.POSITIVE_INFINITY, points: 1000 };
}

function secondsOf({ from, until, points }: MetricsWindow) {
  return { from: Number(from) / 1e9, until: Number(until) / 1e9, points };
}

/** A wrong zone is soon found by where the figures lie. */
function elsewhere(path: string, series: readonly MetricSeries[]): Sentence {
  const first = Math.min(...series.map(({ seconds }) => seconds[0]));
  const last = Math.max(...series.map(({ seconds }) => seconds[seconds.length - 1]));
  const text = (at: number) => new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return {
    pattern: '{0} has figures from {1} to {2} (UTC), none of them in the time shown.',
    values: [basename(path), text(first), text(last)],
  };
}

function tooLarge(file: string): InputError {
  return new InputError({
    code: 'metrics-too-large',
    sentence: {
      pattern: '{0} is larger than {1} MB. Leave out columns, or cut it to the time of the log.',
      values: [file, mostBytes / 2 ** 20],
    },
  });
}
