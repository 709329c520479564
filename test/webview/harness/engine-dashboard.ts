import type { TaughtLabel } from '../../../src/engine/labels/label';
import { findingMarks, incidentCards } from '../../../src/extension/dashboard/log-columns';
import { namedParameters } from '../../../src/extension/dashboard/named-parameters';
import { templateColumns } from '../../../src/extension/dashboard/template-columns';
import { redactedTexts } from '../../../src/node/redacted-texts';
import { AnalysisService } from '../../../src/node/worker/analysis-service';
import type { AnalysisHostApi, AnalysisReport, AnalysisWorkerApi } from '../../../src/protocol/analysis';
import type {
  ComparisonColumns,
  DashboardCommand,
  DashboardHostApi,
  DashboardState,
  ModelPage,
  SaveRequest,
} from '../../../src/protocol/dashboard';
import type { TimeWindow } from '../../../src/protocol/log-shape';
import type { MetricsAnswer } from '../../../src/protocol/metrics';
import { type Handlers, Rpc } from '../../../src/protocol/rpc';
import { sentenceText } from '../../../src/protocol/sentence';
import { memoryPorts } from '../../protocol/memory-ports';

export interface EngineDashboardOptions {
  readonly name: string;
  readonly text: string;
  readonly state?: Partial<DashboardState>;
  readonly comparison?: ComparisonColumns;
  readonly metrics?: MetricsAnswer;
  readonly model?: Partial<ModelPage>;
}

/** What the extension host is to the page, in this process: the same engine over a log given as text, and what was asked for by the way. */
export class EngineDashboard {
  readonly done: { readonly what: string; readonly with: unknown }[] = [];
  readonly saved: SaveRequest[] = [];
  paintedMs: number | undefined;
  /** What the page's host tells it. */
  tellRange: (range: TimeWindow | null) => void = () => undefined;
  tellState: (state: DashboardState) => void = () => undefined;
  private version = 1;
  private range: TimeWindow | null = null;
  private model: Partial<ModelPage>;
  private labels = 0;
  /** What the report was judged by. */
  private given: readonly TaughtLabel[] = [];

  private constructor(
    private readonly options: EngineDashboardOptions,
    private readonly worker: Rpc<AnalysisHostApi, AnalysisWorkerApi>,
    private report: AnalysisReport,
  ) {
    this.model = options.model ?? {};
  }

  static async of(options: EngineDashboardOptions): Promise<EngineDashboard> {
    const [here, there] = memoryPorts();
    new AnalysisService(there);
    const worker = new Rpc<AnalysisHostApi, AnalysisWorkerApi>(here, {
      progress: () => undefined,
      filtering: () => undefined,
      exporting: () => undefined,
      draft: () => Promise.reject(new Error('no data set is made here')),
    });
    await worker.call('pushText', options.text);
    const input = { kind: 'text', name: options.name } as const;
    const report = await worker.call('analyse', { input, baselines: [], from: null, until: null });
    return new EngineDashboard(options, worker, report);
  }

  get state(): DashboardState {
    const { report, version, range, options } = this;
    const { overview, verdict, threshold, findings, incidents } = report;
    const extent = { firstTime: overview.firstTime, lastTime: overview.lastTime, zone: 'UTC' };
    const { firstTime, lastTime, lines, records, bytes, timed, errors, templates, detectors } = overview;
    return {
      size: 'page',
      name: options.name,
      uri: `file:///${options.name}`,
      texts: {},
      status: 'done',
      progress: null,
      summary: `${findings.length} anomalies`,
      problem: null,
      log: {
        ...{ version, verdict, lines, records, bytes, timed, firstTime, lastTime, errors, templates },
        ...{ threshold, sensitivityIsOwn: threshold !== 0.5, detectors },
        notJudged: overview.notJudged.map((sentence) => sentenceText(sentence)),
        incidents: incidentCards(
          { incidents, extent, findings, labels: this.given, lineNow: (line) => line },
          sentenceText,
        ),
        findings: findingMarks(findings),
      },
      range,
      zone: 'UTC',
      isFollowed: false,
      metricsOrigins: options.metrics ? 1 : 0,
      comparison: options.comparison ? 1 : 0,
      labels: this.labels,
      ...options.state,
    };
  }

  /** To be given to the Rpc of the page. */
  get handlers(): Handlers<DashboardHostApi> {
    const { worker } = this;
    const did = (what: string) => (given: unknown) => void this.done.push({ what, with: given });
    const findings = () => {
      const { lines, severities } = findingMarks(this.report.findings);
      return { lines, severities };
    };
    return {
      ready: () => this.state,
      timeline: (request, signal) => worker.call('timeline', request, { signal }),
      templateCounts: (request, signal) => worker.call('templateCounts', request, { signal }),
      templateSeries: (request, signal) => worker.call('templateSeries', request, { signal }),
      componentsOfLines: (lines, signal) => worker.call('componentsOfLines', lines, { signal }),
      scores: (request, signal) => worker.call('scores', request, { signal }),
      parameterSeries: (request, signal) => worker.call('parameterSeries', request, { signal }),
      contrast: (request, signal) => worker.call('contrast', request, { signal }),
      lanes: (request, signal) => worker.call('lanes', { ...request, findings: findings() }, { signal }),
      headlines: async () => {
        const headlines = await worker.call('headlines', undefined);
        return headlines.map(({ message, ...one }) => ({ ...one, text: sentenceText(message) }));
      },
      templates: () => templateColumns(this.report, this.given, sentenceText),
      templateFilter: (id) => {
        const template = this.report.templates.find((one) => one.id === id);
        if (!template) return null;
        return { kind: 'template', title: template.pattern, pieces: template.pieces };
      },
      parameters: async (template) =>
        namedParameters(
          { report: this.report },
          template,
          await worker.call('parameterSummaries', { template }),
        ),
      comparison: () => this.options.comparison ?? null,
      model: () => ({ facts: [], sources: [], drift: null, evaluation: null, ...this.model }),
      metrics: () => this.options.metrics ?? { series: [], notes: [] },
      lineOfTime: (nanoseconds) => worker.call('lineOfTime', { nanoseconds }),
      findingTitles: (lines) =>
        lines.map((line) => {
          const found = this.report.findings.find((finding) => finding.line - 1 === line);
          return found ? sentenceText(found.reasons[0].message) : '';
        }),
      redacted: (texts, signal) => redactedTexts(texts, signal),
      setRange: (range) => {
        this.done.push({ what: 'setRange', with: range });
        this.range = range;
        this.tellRange(range);
      },
      setThreshold: (threshold) => this.rejudge(threshold),
      reveal: did('reveal'),
      revealAnalysed: did('revealAnalysed'),
      showOnly: did('showOnly'),
      setNormal: did('setNormal'),
      incident: did('incident'),
      run: (command: DashboardCommand) => void this.done.push({ what: 'run', with: command }),
      save: (request) => {
        this.saved.push(request);
        return true;
      },
      painted: (milliseconds) => {
        this.paintedMs = milliseconds;
      },
    };
  }

  /** As when labels were chosen. */
  setModel(model: Partial<ModelPage>): void {
    this.model = model;
    this.labels++;
    this.tellState(this.state);
  }

  /** What the log says of itself, to be labelled. */
  get judged(): AnalysisReport {
    return this.report;
  }

  /** As when these labels took the place of those before. */
  async label(labels: readonly TaughtLabel[]): Promise<void> {
    this.given = labels;
    this.report = await this.worker.call('rejudge', { labels });
    this.version++;
    this.tellState(this.state);
  }

  private async rejudge(threshold: number | null): Promise<void> {
    this.done.push({ what: 'setThreshold', with: threshold });
    const sensitivity = threshold === null ? ('normal' as const) : 1 - threshold;
    this.report = await this.worker.call('rejudge', { sensitivity });
    this.version++;
    this.tellState(this.state);
  }
}
