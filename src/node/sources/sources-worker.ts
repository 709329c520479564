import { parentPort } from 'node:worker_threads';
import { type Handlers, Rpc } from '../../protocol/rpc';
import type { SourcesHostApi, SourcesWorkerApi } from '../../protocol/sources';
import { threadPort } from '../worker/thread-port';
import { RpcTransport } from './rpc-transport';
import { sourceReaders } from './source-readers';
import { SourcesService } from './sources-service';

if (!parentPort) throw new Error('This file is the entry of a worker thread; it does nothing on its own.');

const transport = new RpcTransport({ call: (...given) => rpc.call(...given) });
const service = new SourcesService({
  transport,
  readers: sourceReaders,
  onProgress: (snapshot) => rpc.notify('progress', snapshot),
});
const handlers: Handlers<SourcesWorkerApi> = {
  test: (source, signal) => service.test(source, signal),
  estimate: (asked, signal) => service.estimate(asked, signal),
  fetch: (request, signal) => service.fetch(request, signal),
  tail: (request, signal) => service.tail(request, signal),
  check: (asked, signal) => service.check(asked, signal),
  names: (request, signal) => service.names(request, signal),
  values: (request, signal) => service.values(request, signal),
  survey: (request, signal) => service.survey(request, signal),
  socketMessage: (message) => transport.socketMessage(message),
};
const rpc = new Rpc<SourcesWorkerApi, SourcesHostApi>(threadPort(parentPort), handlers);
