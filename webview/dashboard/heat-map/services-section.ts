import type { ViewLine } from '../../../src/protocol/log-lines';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import { clockText, momentText, nanosOf } from '../time-words';
import { DrawnHeat } from './drawn-heat';
import { type HeatGrid, heatGrid } from './heat-grid';
import { spanOf } from './hours-section';
import { type ServiceCells, serviceCells } from './service-cells';

const bins = 24;
const pictureWidth = 760;

/** Which services have anomalies, and when. */
export function servicesSection({ host, model, frame }: SectionParts): Section {
  const drawn = new DrawnHeat(frame);

  return {
    shows: ['log', 'range', 'zone'],
    async refresh(signal): Promise<Shown> {
      const span = spanOf(model);
      const { log, zone } = model.state;
      if (log === null || span === null)
        return nothing(tell('No record has a time, so there is nothing to show over time.'));
      const lines = Array.from(log.findings.lines, (line) => line as ViewLine);
      if (lines.length === 0) return nothing(tell('There is no anomaly in this log.'));
      const components = await host.call('componentsOfLines', lines, { signal });
      const cells = serviceCells(log.findings.seconds, components, span.first, span.last, bins);
      if (cells.services.length === 0)
        return nothing(tell('No anomaly in this time names a service, a logger or a process.'));
      const grid = gridOf(cells, zone, (_row, column) => model.setRange(rangeOf(cells, column)));
      drawn.show(grid);
      const sentence = sentenceOf(cells);
      return {
        kind: 'content',
        sentence,
        tables: [tableOf(cells, zone)],
        picture: () => heatGrid(grid, pictureWidth, sentence).picture,
      };
    },
  };

  function nothing(text: string): Shown {
    drawn.show(undefined);
    return { kind: 'empty', text };
  }
}

function rangeOf({ first, width }: ServiceCells, column: number) {
  const from = first + column * width;
  return { from: nanosOf(from), until: nanosOf(from + width) };
}

function gridOf(cells: ServiceCells, zone: string, press: HeatGrid['press']): HeatGrid {
  const { first, width, counts } = cells;
  const span = width * bins;
  const nameOfColumn = (column: number) => columnName(nanosOf(first + column * width), zone, span);
  return {
    rows: cells.services.map(serviceName),
    columns: Array.from({ length: bins }, (_, column) => nameOfColumn(column)),
    counts,
    words: (row, column, count) => [
      serviceName(cells.services[row]),
      `${momentText(nanosOf(first + column * width), zone, span)} – ${clockText(nanosOf(first + (column + 1) * width), zone, span)}`,
      count === 1 ? tell('1 anomaly') : tell('{0} anomalies', count),
    ],
    press,
  };
}

/** `09:10`, `03-14` where the log goes over days; as fine as the columns are where several are of one minute, or of one second. */
export function columnName(nanoseconds: string, zone: string, span: number): string {
  if (span > 2 * 86_400) return momentText(nanoseconds, zone).slice(5, 10);
  if (span >= bins * 60) return clockText(nanoseconds, zone).slice(0, 5);
  return clockText(nanoseconds, zone, span < bins ? span : undefined);
}

function serviceName(name: string | null): string {
  return name ?? tell('others');
}

function sentenceOf({ services, counts }: ServiceCells): string {
  const totalOf = (row: number) =>
    counts.subarray(row * bins, (row + 1) * bins).reduce((sum, count) => sum + count, 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (services.length === 1) return tell('All {0} anomalies are of {1}.', total, serviceName(services[0]));
  return tell(
    'Of {0} anomalies in {1} services most are of {2}: {3}.',
    total,
    services.length,
    serviceName(services[0]),
    totalOf(0),
  );
}

function tableOf({ services, first, width, counts }: ServiceCells, zone: string): DataTable {
  const titles = Array.from({ length: bins }, (_, column) =>
    momentText(nanosOf(first + column * width), zone),
  );
  return {
    title: tell('Anomalies by Service'),
    columns: [
      { title: tell('Service'), kind: 'text' },
      ...titles.map((title) => ({ title, kind: 'number' as const })),
    ],
    rows: services.map((service, row) => [
      serviceName(service),
      ...counts.subarray(row * bins, (row + 1) * bins),
    ]),
  };
}
