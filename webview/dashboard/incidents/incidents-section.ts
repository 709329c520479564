import type { DashboardState, IncidentCard } from '../../../src/protocol/dashboard';
import { element } from '../../shared/element';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import type { DashboardLog } from '../terms';
import { incidentStretch } from '../timeline/incident-lanes';
import { timelineWindowOf } from '../timeline-window';
import { incidentElement } from './incident-card';

const shownAtFirst = 6;
const shownInPanel = 2;

/** What went wrong, worst first: the cards people read before anything else. */
export function incidentsSection({ host, model, frame }: SectionParts): Section {
  const window = timelineWindowOf(model);
  const list = element('div', { class: 'incidents' });
  const more = element('button', { type: 'button', class: 'text-button', hidden: '' });
  let showsAll = false;
  frame.body.append(list, more);

  const show = (cards: readonly IncidentCard[]) => {
    const few = fewOf(model.state.size);
    const shown = showsAll ? cards : cards.slice(0, few);
    list.replaceChildren(...shown.map((card) => pointing(incidentElement(card, host), card)));
    more.hidden = cards.length <= few;
    more.textContent = showsAll ? tell('Show fewer') : tell('Show all {0}', cards.length);
  };
  /** The chart over time shows which stretch a card is of. */
  const pointing = (target: HTMLElement, card: IncidentCard) => {
    const point = () => window.setHighlight(incidentStretch(card));
    const leave = () => window.setHighlight(null);
    for (const type of ['pointerenter', 'focusin']) target.addEventListener(type, point);
    for (const type of ['pointerleave', 'focusout']) target.addEventListener(type, leave);
    return target;
  };
  more.addEventListener('click', () => {
    showsAll = !showsAll;
    show(model.state.log?.incidents ?? []);
  });
  return {
    shows: ['log', 'zone'],
    refresh: async (): Promise<Shown> => {
      const { log } = model.state;
      if (!log) return { kind: 'empty', text: tell('This log was not analysed yet.') };
      if (log.incidents.length === 0) return { kind: 'empty', text: verdictText(log) };
      show(log.incidents);
      const { incidents } = log;
      return {
        kind: 'content',
        sentence: sentenceOf(incidents),
        tables: [tableOf(incidents)],
        picture: null,
      };
    },
  };
}

function fewOf(size: DashboardState['size']): number {
  return size === 'page' ? shownAtFirst : shownInPanel;
}

function verdictText({ verdict, findings }: DashboardLog): string {
  if (verdict === 'unusual')
    return tell('The log as a whole is unlike its baseline, so no incident was made of single anomalies.');
  if (findings.lines.length === 0) return tell('No incidents: nothing unusual was found in this log.');
  return tell('No incidents: the anomalies found do not add up to a trouble.');
}

function sentenceOf(incidents: readonly IncidentCard[]): string {
  const worst = severityWord(incidents[0].severity);
  if (incidents.length === 1) return tell('1 incident, of severity {0}.', worst);
  return tell('{0} incidents, the worst of severity {1}.', incidents.length, worst);
}

function tableOf(incidents: readonly IncidentCard[]): DataTable {
  const columns = [
    tell('Severity'),
    tell('Incident'),
    tell('When'),
    tell('Services'),
    tell('First unusual event'),
    tell('Worst symptom'),
    tell('Hint'),
    tell('Labelled as'),
  ];
  return {
    title: tell('Incidents'),
    columns: columns.map((title) => ({ title, kind: 'text' })),
    rows: incidents.map(({ severity, title, when, services, first, worst, hint, label }) => [
      severityWord(severity),
      title,
      when,
      services.join(', '),
      first.text,
      worst.text,
      hint,
      label?.words ?? '',
    ]),
  };
}
