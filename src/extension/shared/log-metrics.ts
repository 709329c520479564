import * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import type { LogSource, PrometheusSource } from '../../protocol/log-source';
import type {
  MetricsAnswer,
  MetricsOrigin,
  MetricsPlace,
  MetricsRequest,
  MetricsWindow,
} from '../../protocol/metrics';
import { type KeptMetrics, keptMetrics, withOrigin, withOrigins, without } from './kept-metrics';
import type { SourceConsent } from './source-consent';

const stateKey = 'oddline.metrics';

export interface LogMetricsParts {
  readonly sources: { get(name: string): LogSource | undefined };
  readonly consent: Pick<SourceConsent, 'mayUse'>;
  /** As node's SourcesClient answers it. */
  readonly ask: (request: MetricsRequest, signal: AbortSignal) => Promise<MetricsAnswer>;
}

/** Which figures of the system stand beside which log, kept with the workspace, and the figures themselves. */
export class LogMetrics implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** The log whose metrics are others now. */
  readonly onDidChange = this.changed.event;
  private list: readonly KeptMetrics[];
  /** Of a workspace that is not trusted: what a person said of a source, by its name, in this window. */
  private readonly said = new Map<string, Promise<boolean>>();

  constructor(
    private readonly state: vscode.Memento,
    private readonly parts: LogMetricsParts,
  ) {
    this.list = keptMetrics(state.get<unknown>(stateKey));
  }

  of(uri: vscode.Uri): readonly MetricsOrigin[] {
    const key = uri.toString();
    return this.list.find((one) => one.uri === key)?.origins ?? [];
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return this.list.map(({ uri }) => ({ uri: vscode.Uri.parse(uri, true) }));
  }

  /** What a source was asked for beside any log, the last first. */
  queriesOf(source: string): readonly string[] {
    const origins = this.list.flatMap((one) => one.origins);
    const queries = origins.flatMap((one) =>
      one.kind === 'prometheus' && one.source === source ? [one.query] : [],
    );
    return [...new Set(queries.reverse())];
  }

  /** Whoever adds an origin has been asked whether its source may be used. */
  add(uri: vscode.Uri, origin: MetricsOrigin): void {
    if (origin.kind === 'prometheus') this.said.delete(origin.source);
    this.keep(uri, withOrigin(this.of(uri), origin));
  }

  remove(uri: vscode.Uri, origin: MetricsOrigin): void {
    this.keep(uri, without(this.of(uri), origin));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const origins = this.of(from);
    if (origins.length === 0) return;
    this.keep(from, []);
    this.keep(to, origins);
  }

  /** What cannot be had of an origin is a note beside the others' figures. Rejects with the signal's reason. */
  async read(uri: vscode.Uri, window: MetricsWindow, signal: AbortSignal): Promise<MetricsAnswer> {
    const answers = await Promise.all(this.of(uri).map((origin) => this.readOne(origin, window, signal)));
    return {
      series: answers.flatMap(({ series }) => series),
      notes: answers.flatMap(({ notes }) => notes),
    };
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async readOne(
    origin: MetricsOrigin,
    window: MetricsWindow,
    signal: AbortSignal,
  ): Promise<MetricsAnswer> {
    try {
      return await this.parts.ask({ origin: await this.placeOf(origin), window }, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof InputError)) throw error;
      return { series: [], notes: [error.sentence] };
    }
  }

  private async placeOf(origin: MetricsOrigin): Promise<MetricsPlace> {
    if (origin.kind === 'csv') return origin;
    const source = this.parts.sources.get(origin.source);
    if (source?.kind !== 'prometheus') throw noSource(origin.source);
    if (!(await this.mayAsk(source))) throw notAsked(source.name);
    return { kind: 'prometheus', source, query: origin.query };
  }

  /** A dashboard asks again and again, a person is asked once. */
  private mayAsk(source: PrometheusSource): Promise<boolean> {
    if (vscode.workspace.isTrusted) return Promise.resolve(true);
    const said = this.said.get(source.name) ?? this.parts.consent.mayUse(source);
    this.said.set(source.name, said);
    return said;
  }

  private keep(uri: vscode.Uri, origins: readonly MetricsOrigin[]): void {
    this.list = withOrigins(this.list, { uri: uri.toString(), origins });
    // The next text without a name will have the same uri.
    const lasting = this.list.filter((one) => !one.uri.startsWith('untitled:'));
    void this.state.update(stateKey, lasting.length > 0 ? lasting : undefined);
    this.changed.fire(uri);
  }
}

function noSource(name: string): InputError {
  return new InputError({
    code: 'no-metrics-source',
    sentence: {
      pattern:
        'No Prometheus named {0} is set up on this machine. Add it again under this name, or remove these metrics.',
      values: [name],
    },
  });
}

function notAsked(name: string): InputError {
  return new InputError({
    code: 'metrics-not-asked',
    sentence: {
      pattern: '{0} was not asked, as this workspace is not trusted. Trust it, or add the metrics again.',
      values: [name],
    },
  });
}
