import type { NamedParameter, TemplateColumns } from '../../../src/protocol/dashboard';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import type { TemplateId } from '../terms';
import { Tooltip } from '../tooltip';
import { chartLegend } from './chart-legend';
import { chartedOrder, hasNumbers, likelyTemplates, offeredTemplates } from './charted-template';
import { parameterPanel, parameterRest } from './parameter-panel';
import { type ChartedParameter, chartKind, parametersSentence, parameterTable } from './parameter-words';
import { parametersPicture } from './parameters-picture';
import { TemplateChoice } from './template-choice';

export function parametersSection(parts: SectionParts): Section {
  return new ParametersSection(parts);
}

/** Looked through for numbers, where nobody chose. */
const mostTried = 6;
const mostCharted = 6;
const recordsPerBin = 8;
const bins = { least: 10, most: 160 } as const;
const panelWidth = 440;
const gap = 24;

/** The values in one template over time: numbers as lines, others by how common they are. */
class ParametersSection implements Section {
  readonly shows = ['log', 'range', 'zone', 'template'] as const;
  private columns: TemplateColumns | undefined;
  private version = -1;
  /** What is charted where nobody chose: it stays while it is there. */
  private own: number | null = null;
  private charted: readonly ChartedParameter[] = [];
  private showsAll = false;
  private drawnWidth = 0;
  private readonly tooltip = new Tooltip();
  private readonly panels = element('div', { class: 'parameters' });
  private readonly rest = element('div');
  private readonly choice: TemplateChoice;
  private readonly more: HTMLButtonElement;

  constructor(private readonly parts: SectionParts) {
    const { frame, model } = parts;
    this.choice = new TemplateChoice((template) => {
      this.showsAll = false;
      model.chartTemplate(template);
    });
    this.more = element('button', { type: 'button', class: 'text-button', hidden: '' });
    this.more.addEventListener('click', () => {
      this.showsAll = true;
      model.chartTemplate(this.chosen);
    });
    frame.body.append(this.choice.element, chartLegend(), this.panels, this.rest, this.more);
    new ResizeObserver(() => {
      if (this.panels.clientWidth !== this.drawnWidth) this.draw();
    }).observe(this.panels);
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const columns = await this.readColumns(signal);
    const template = await this.templateOf(columns, signal);
    if (template === null)
      return { kind: 'empty', text: tell('No template of this log has a value that changes.') };
    const title = columns.titles[columns.ids.indexOf(template)];
    const parameters = await this.parts.host.call('parameters', template as TemplateId, { signal });
    const order = chartedOrder(parameters);
    const shown = this.showsAll ? order : order.slice(0, mostCharted);
    const charted = await this.readSeries(template, shown, parameters, columns, signal);
    if (charted.length === 0)
      return { kind: 'empty', text: tell('No template of this log has a value that changes.') };
    this.charted = charted;
    const offered = offeredTemplates(columns, template);
    this.choice.show(
      offered.map((id) => ({ id, title: columns.titles[columns.ids.indexOf(id)] })),
      template,
    );
    this.more.hidden = shown.length === order.length;
    this.more.textContent = tell('Show all {0}', order.length);
    this.draw();
    return this.shown(title, charted);
  }

  private shown(title: string, charted: readonly ChartedParameter[]): Shown {
    const { zone } = this.parts.model.state;
    const sentence = parametersSentence(title, charted);
    const drawn = charted.filter((one) => chartKind(one) !== 'none');
    return {
      kind: 'content',
      sentence,
      tables: charted.map((one) => parameterTable(one, zone)),
      picture:
        drawn.length > 0 ? () => parametersPicture({ title, charted: drawn, zone, label: sentence }) : null,
    };
  }

  private get chosen(): number | null {
    return this.parts.model.template ?? this.own;
  }

  private async readColumns(signal: AbortSignal): Promise<TemplateColumns> {
    const version = this.parts.model.state.log?.version ?? -1;
    if (this.columns && version === this.version) return this.columns;
    this.columns = await this.parts.host.call('templates', undefined, { signal });
    this.version = version;
    return this.columns;
  }

  /** The one chosen, while it is there; else one with numbers, else one with anything that changes. */
  private async templateOf(columns: TemplateColumns, signal: AbortSignal): Promise<number | null> {
    const { chosen } = this;
    if (chosen !== null && columns.ids.includes(chosen)) return chosen;
    const { log } = this.parts.model.state;
    const likely = log ? likelyTemplates(columns, log.findings) : [];
    this.own = likely[0] ?? null;
    for (const template of likely.slice(0, mostTried)) {
      const parameters = await this.parts.host.call('parameters', template as TemplateId, { signal });
      if (!hasNumbers(parameters)) continue;
      this.own = template;
      break;
    }
    return this.own;
  }

  private async readSeries(
    template: number,
    shown: readonly number[],
    parameters: readonly NamedParameter[],
    columns: TemplateColumns,
    signal: AbortSignal,
  ): Promise<readonly ChartedParameter[]> {
    const { host, model } = this.parts;
    const window = model.range ?? { from: null, until: null };
    const records = await this.recordsOf(template, columns, signal);
    const fitting = Math.round(records / recordsPerBin);
    const request = {
      ...window,
      template: template as TemplateId,
      bins: Math.max(bins.least, Math.min(bins.most, fitting)),
    };
    const charted: ChartedParameter[] = [];
    for (const parameter of shown) {
      const series = await host.call('parameterSeries', { ...request, parameter }, { signal });
      charted.push({ parameter: parameters[parameter], series });
    }
    return charted;
  }

  private async recordsOf(template: number, columns: TemplateColumns, signal: AbortSignal): Promise<number> {
    const { host, model } = this.parts;
    if (!model.range) return columns.counts[columns.ids.indexOf(template)];
    const { ids, counts } = await host.call('templateCounts', model.range, { signal });
    return counts[ids.indexOf(template)] ?? 0;
  }

  private draw(): void {
    const { clientWidth } = this.panels;
    const { host, model } = this.parts;
    this.drawnWidth = clientWidth;
    if (clientWidth === 0 || this.charted.length === 0) return;
    const drawn = this.charted.filter((one) => chartKind(one) !== 'none');
    const rest = this.charted.filter((one) => chartKind(one) === 'none');
    const fitting = Math.floor((clientWidth + gap) / (panelWidth + gap));
    const across = Math.max(1, Math.min(drawn.length, fitting));
    const width = Math.floor((clientWidth - gap * (across - 1)) / across);
    const parts = {
      zone: model.state.zone,
      width,
      tooltip: this.tooltip,
      reveal: (line: Parameters<typeof host.call<'revealAnalysed'>>[1]) =>
        void host.call('revealAnalysed', line),
    };
    this.panels.style.gridTemplateColumns = `repeat(${across}, minmax(0, 1fr))`;
    this.tooltip.hide();
    const focused = [...this.panels.children].findIndex((panel) => panel.contains(document.activeElement));
    this.panels.replaceChildren(...drawn.map((one) => parameterPanel(one, parts)));
    this.rest.replaceChildren(...(rest.length > 0 ? [parameterRest(rest)] : []));
    this.panels.children[focused]?.querySelector('svg')?.focus();
  }
}
