import type {
  AnalyseRequest,
  AnalysisProgress,
  AnalysisReport,
  TemplateLines,
  TemplateLinesRequest,
} from '../../protocol/analysis';

export interface AnalyseOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (snapshot: AnalysisProgress) => void;
}

/** One worker thread for one log. Dead after a crash or `dispose`: whatever waits then rejects. */
export interface LogWorker {
  pushText(text: string): Promise<void>;
  analyse(request: AnalyseRequest, options: AnalyseOptions): Promise<AnalysisReport>;
  linesOfTemplate(request: TemplateLinesRequest): Promise<TemplateLines>;
  dispose(): void;
}
