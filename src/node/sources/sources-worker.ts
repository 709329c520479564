import { parentPort } from 'node:worker_threads';
import type { MetricSeries } from '../../protocol/metrics';
import { type Handlers, handingOver, Rpc } from '../../protocol/rpc';
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
  metrics: async (request, signal) => {
    const answer = await service.metrics(request, signal);
    return handingOver(answer, buffersOf(answer.series));
  },
  socketMessage: (message) => transport.socketMessage(message),
};

function buffersOf(series: readonly MetricSeries[]): ArrayBuffer[] {
  return [
    ...new Set(series.flatMap(({ seconds, values }) => [seconds.buffer, values.buffer])),
  ] as ArrayBuffer[];
}

const rpc = new Rpc<SourcesWorkerApi, SourcesHostApi>(threadPort(parentPort), handlers);
