import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { readingThreads } from '../parallel/reading-threads';
import { AnalysisService } from './analysis-service';
import { threadPort } from './thread-port';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
/** Both files are built into one folder. */
const segments = { workerPath: join(__dirname, 'segment-worker.js'), threads: readingThreads() };
new AnalysisService(threadPort(parentPort), segments);
