import { Worker } from 'node:worker_threads';
import type { DatasetReport } from '../../engine/dataset/check/dataset-report';
import type {
  CheckDatasetRequest,
  DatasetWorkerApi,
  DatasetWorkerHostApi,
  GenerateDatasetRequest,
  GeneratedReport,
} from '../../protocol/dataset';
import type { DetectorVerdicts, JudgeRequest } from '../../protocol/model-evaluation';
import { Rpc } from '../../protocol/rpc';
import { threadPort } from '../worker/thread-port';

export interface DatasetTaskOptions {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onShare?: (share: number) => void;
}

type Conversation = Rpc<DatasetWorkerHostApi, DatasetWorkerApi>;

/** A thread for each task: it takes all of a core for about a second, and nothing of it is needed again. */
export class DatasetClient {
  /** `workerPath`: the built `dataset-worker.js`. */
  constructor(private readonly workerPath: string) {}

  /** Rejects with InputError, or the signal's reason once nothing is left of it. */
  generate(request: GenerateDatasetRequest, options: DatasetTaskOptions): Promise<GeneratedReport> {
    return this.inThread(options, (rpc) => rpc.call('generateDataset', request, options));
  }

  /** Rejects as `generate` does. */
  check(request: CheckDatasetRequest, options: DatasetTaskOptions): Promise<DatasetReport> {
    return this.inThread(options, (rpc) => rpc.call('checkDataset', request, options));
  }

  /** Rejects as `generate` does. */
  judge(request: JudgeRequest, options: DatasetTaskOptions): Promise<DetectorVerdicts | null> {
    return this.inThread(options, (rpc) => rpc.call('judgeByDetectors', request, options));
  }

  private async inThread<Answer>(
    { onShare }: DatasetTaskOptions,
    ask: (rpc: Conversation) => Promise<Answer>,
  ): Promise<Answer> {
    const worker = new Worker(this.workerPath);
    const rpc: Conversation = new Rpc<DatasetWorkerHostApi, DatasetWorkerApi>(threadPort(worker), {
      progress: (share) => onShare?.(share),
    });
    worker.on('error', (error) => rpc.close(error));
    worker.on('exit', (code) => rpc.close(new Error(`The thread stopped with code ${code}.`)));
    try {
      return await ask(rpc);
    } finally {
      rpc.close();
      void worker.terminate();
    }
  }
}
