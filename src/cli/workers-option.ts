import { join } from 'node:path';
import { readingThreads } from '../node/parallel/reading-threads';
import type { SegmentPoolOptions } from '../node/parallel/segment-pool';
import { countOf } from './usage-error';

/** Of `--workers N`; as many as the machine is good for without it. @throws UsageError */
export function workersOf(value: string | undefined): number {
  return value === undefined ? readingThreads() : countOf('--workers', value);
}

/** `installation`: the folder that holds dist/. */
export function segmentsOf(workers: number, { installation }: { installation: string }): SegmentPoolOptions {
  return { workerPath: join(installation, 'dist', 'segment-worker.js'), threads: workers };
}
