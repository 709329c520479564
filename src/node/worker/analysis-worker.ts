import { parentPort } from 'node:worker_threads';
import { AnalysisService } from './analysis-service';
import { threadPort } from './thread-port';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
new AnalysisService(threadPort(parentPort));
