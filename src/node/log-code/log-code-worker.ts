import { parentPort } from 'node:worker_threads';
import { threadPort } from '../worker/thread-port';
import { LogCodeService } from './log-code-service';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
new LogCodeService(threadPort(parentPort));
