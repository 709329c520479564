import type { Lane, Lanes } from '../../../src/protocol/log-shape';
import { element, iconButton } from '../../shared/element';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import { markCursor } from '../mark-cursor';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import type { TimeRange } from '../terms';
import { clockText, momentText } from '../time-words';
import { Tooltip } from '../tooltip';
import { drawLanes, rowHeight } from './lane-rows';

const bins = 120;
const pageLanes = 12;
const moreLanes = 50;
const mostLanes = 200;
const pictureWidth = 900;

export function lanesSection(parts: SectionParts): Section {
  return new LanesSection(parts);
}

/** One lane a session or a service, the odd ones on top. */
class LanesSection implements Section {
  readonly shows = ['log', 'range', 'zone'] as const;
  private readonly tooltip = new Tooltip();
  private by: 'session' | 'component' = 'session';
  private limit = pageLanes;
  private answer: Lanes | undefined;
  private width = 0;
  private readonly switching: HTMLButtonElement;

  constructor(private readonly parts: SectionParts) {
    this.switching = iconButton('arrow-swap', '', () => this.switch());
    parts.frame.controls.append(this.switching);
    new ResizeObserver(() => this.draw(false)).observe(parts.frame.body);
    this.nameSwitch();
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const { host, model } = this.parts;
    const { range } = model;
    const request = {
      from: range?.from ?? null,
      until: range?.until ?? null,
      bins,
      limit: this.limit,
      by: this.by,
    };
    const answer = await host.call('lanes', request, { signal });
    this.answer = answer;
    if (answer.lanes.length === 0) return this.nothing(answer);
    this.draw(true);
    const sentence = this.sentence(answer);
    return {
      kind: 'content',
      sentence,
      tables: [this.table(answer)],
      picture: () =>
        drawLanes(answer, pictureWidth, sentence, { words: () => [], press: () => undefined }).picture,
    };
  }

  private nothing({ links }: Lanes): Shown {
    this.parts.frame.body.replaceChildren();
    if (this.by === 'component')
      return { kind: 'empty', text: tell('No record in this time names a service, a logger or a process.') };
    const text =
      links.length === 0
        ? tell('Nothing ties records together here: no request, trace, job or thread that comes again.')
        : tell('There is no session in this time.');
    return {
      kind: 'empty',
      text,
      cure: { label: tell('Show Services Instead'), press: () => this.switch() },
    };
  }

  private switch(): void {
    this.by = this.by === 'session' ? 'component' : 'session';
    this.limit = pageLanes;
    this.nameSwitch();
    this.again();
  }

  private nameSwitch(): void {
    const title = this.by === 'session' ? tell('Show Services Instead') : tell('Show Sessions Instead');
    this.switching.title = title;
    this.switching.setAttribute('aria-label', title);
  }

  /** Another choice of the reader's. */
  private again(): void {
    this.parts.frame.waiting();
    this.parts.again();
  }

  private draw(isNew: boolean): void {
    const { answer, tooltip } = this;
    const { body, title } = this.parts.frame;
    const width = body.clientWidth - 60;
    if (!answer || width <= 0 || (!isNew && width === this.width)) return;
    this.width = width;
    const hadFocus = body.contains(document.activeElement);
    const { picture, marks } = drawLanes(answer, width, title, {
      words: (lane, bin) => this.words(answer, lane, bin),
      press: (lane, bin) => this.press(answer, lane, bin),
    });
    picture.classList.add('lanes');
    markCursor({ surface: picture, label: title, role: 'grid', marks, tooltip });
    const list = element('div', { class: 'lanes-body' }, picture, this.actions(answer.lanes));
    body.replaceChildren(list, ...this.more(answer));
    if (hadFocus) picture.focus();
  }

  /** Beside each lane, in its row. */
  private actions(lanes: readonly Lane[]): HTMLElement {
    const { host } = this.parts;
    const rows = lanes.map(({ name, filter, firstLine }) => {
      const row = element('div', { class: 'lane-actions' });
      row.style.height = `${rowHeight}px`;
      row.append(
        iconButton(
          'go-to-file',
          tell('Go to the first line of {0}', name),
          () => void host.call('revealAnalysed', firstLine),
        ),
      );
      if (filter)
        row.append(
          iconButton(
            'filter',
            tell('Show only the lines of {0}', name),
            () => void host.call('showOnly', filter),
          ),
        );
      return row;
    });
    return element('div', { class: 'lanes-actions' }, ...rows);
  }

  private more({ lanes, total }: Lanes): readonly HTMLElement[] {
    if (lanes.length >= total || this.limit >= mostLanes) return [];
    const button = element(
      'button',
      { type: 'button', class: 'text-button' },
      tell('Show More ({0} left)', total - lanes.length),
    );
    button.addEventListener('click', () => {
      this.limit = Math.min(mostLanes, this.limit + moreLanes);
      this.again();
    });
    return [button];
  }

  private press(answer: Lanes, lane: number, bin: number): void {
    const { host, model } = this.parts;
    const range = bin < 0 ? null : rangeOfBin(answer, bin);
    if (range) model.setRange(range);
    else void host.call('revealAnalysed', answer.lanes[lane].firstLine);
  }

  private words(answer: Lanes, lane: number, bin: number): readonly string[] {
    const { name, records, errors, findings, worst } = answer.lanes[lane];
    if (bin < 0) {
      const wrong =
        worst === null ? [] : [tell('{0} anomalies, the worst: {1}', findings, severityWord(worst))];
      return [name, tell('{0} records, {1} errors', records, errors), ...wrong];
    }
    const { zone } = this.parts.model.state;
    const range = rangeOfBin(answer, bin);
    const when = range ? `${momentText(range.from, zone, 1)} – ${clockText(range.until, zone, 1)}` : '';
    return [name, when, tell('{0} records', answer.counts[lane * (answer.bins?.count ?? 0) + bin])];
  }

  private sentence({ links, total, lanes, lookedAt, records }: Lanes): string {
    const odd = lanes.filter(({ findings }) => findings > 0).length;
    const looked = lookedAt < records ? ` ${tell('Looked at {0} of {1} records.', lookedAt, records)}` : '';
    if (this.by === 'component')
      return `${tell('{0} services; of the {1} shown {2} have anomalies.', total, lanes.length, odd)}${looked}`;
    const names = links.map(({ name }) => (name === '' ? tell('a value without a name') : name)).join(', ');
    return `${tell('{0} sessions by {1}; of the {2} shown {3} have anomalies.', total, names, lanes.length, odd)}${looked}`;
  }

  private table({ lanes }: Lanes): DataTable {
    const number = (title: string) => ({ title, kind: 'number' as const });
    const text = (title: string) => ({ title, kind: 'text' as const });
    const { zone } = this.parts.model.state;
    const moment = (time: string | null) => (time === null ? '' : momentText(time, zone));
    return {
      title: this.by === 'session' ? tell('Sessions') : tell('Services'),
      columns: [
        text(tell('Name')),
        number(tell('Records')),
        number(tell('Errors')),
        number(tell('Anomalies')),
        text(tell('Worst')),
        text(tell('First seen')),
        text(tell('Last seen')),
      ],
      rows: lanes.map((lane) => [
        lane.name,
        lane.records,
        lane.errors,
        lane.findings,
        lane.worst === null ? '' : severityWord(lane.worst),
        moment(lane.firstTime),
        moment(lane.lastTime),
      ]),
    };
  }
}

function rangeOfBin(
  { bins: times }: Lanes,
  bin: number,
): ({ from: string; until: string } & TimeRange) | null {
  if (times === null) return null;
  const from = BigInt(times.from) + BigInt(bin) * BigInt(times.width);
  return { from: String(from), until: String(from + BigInt(times.width) - 1n) };
}
