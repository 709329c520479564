import { parentPort } from 'node:worker_threads';
import { threadPort } from '../worker/thread-port';
import { answerDatasets } from './dataset-service';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
answerDatasets(threadPort(parentPort));
