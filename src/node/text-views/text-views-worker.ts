import { parentPort } from 'node:worker_threads';
import { threadPort } from '../worker/thread-port';
import { answerTextViews } from './text-views-service';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
answerTextViews(threadPort(parentPort));
