import { parentPort } from 'node:worker_threads';
import { threadPort } from '../worker/thread-port';
import { LinesService } from './lines-service';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
new LinesService(threadPort(parentPort));
