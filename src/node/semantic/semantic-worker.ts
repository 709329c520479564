import { parentPort } from 'node:worker_threads';
import { threadPort } from '../worker/thread-port';
import { answerSemantic } from './semantic-service';
import { runsFrom } from './transformers';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');
runsFrom(__dirname);
answerSemantic(threadPort(parentPort));
