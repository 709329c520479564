import type { DataCard } from '../../engine/dataset/card/data-card';
import type {
  DatasetPreview,
  DatasetRequest,
  DraftRequest,
  ExportDatasetRequest,
} from '../../protocol/dataset';
import { AssistantLogClient } from './assistant-log-client';

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** Asked where the request says who drafts. */
  readonly draft?: (prompt: DraftRequest, signal: AbortSignal) => Promise<string>;
}

/** What of an analysis thread is asked about data sets made of its log: see `DatasetLogApi`. */
export abstract class DatasetLogClient extends AssistantLogClient {
  /** Of the export that goes on. */
  protected exporting: ExportOptions = {};

  /** Rejects with the signal's reason once the worker has stopped. */
  previewDataset(request: DatasetRequest, signal?: AbortSignal): Promise<DatasetPreview> {
    return this.rpc.call('previewDataset', request, { signal });
  }

  /** What the thread asks for while it exports. */
  protected async drafted(prompt: DraftRequest, signal: AbortSignal): Promise<string> {
    return (await this.exporting.draft?.(prompt, signal)) ?? '';
  }

  /** Rejects with InputError. */
  async exportDataset(request: ExportDatasetRequest, options: ExportOptions = {}): Promise<DataCard> {
    this.exporting = options;
    return this.rpc.call('exportDataset', request, { signal: options.signal });
  }
}
