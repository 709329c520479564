import type { IncidentCard, IncidentLine } from '../../../src/protocol/dashboard';
import { element, icon } from '../../shared/element';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Host } from '../host';
import { labelSign } from '../label-sign';

const mostServices = 4;

/** One incident: what, when, where, how bad, how it began, what was worst, and what to do about it. */
export function incidentElement(card: IncidentCard, host: Host): HTMLElement {
  const { id, severity, title, when, hint, label } = card;
  const name = `incident-${id}`;
  const head = element(
    'div',
    { class: 'incident-head' },
    element('span', { class: 'incident-severity' }, severityWord(severity)),
    element('span', { class: 'hint' }, when),
  );
  if (label !== null) head.append(labelSign(label));
  const heading = element('h3', { id: name, title }, element('bdi', {}, visibleText(title)));
  const parts = [head, heading, ...whereOf(card), ...linesOf(card, host)];
  if (hint !== null) parts.push(element('p', { class: 'incident-hint' }, icon('lightbulb'), hint));
  parts.push(actionsOf(card, host));
  return element('article', { class: `incident is-${severity}`, 'aria-labelledby': name }, ...parts);
}

function whereOf({ services, findings }: IncidentCard): readonly HTMLElement[] {
  const named = services.slice(0, mostServices).map(visibleText);
  const rest = services.length - named.length;
  const more = rest > 0 ? [tell('{0} more', rest)] : [];
  const count = findings === 1 ? tell('1 anomaly') : tell('{0} anomalies', findings);
  return [element('p', { class: 'hint incident-where' }, [...named, ...more, count].join(' · '))];
}

function linesOf({ first, worst }: IncidentCard, host: Host): readonly HTMLElement[] {
  if (first.line === worst.line) return [lineElement(tell('First and worst'), first, host)];
  return [lineElement(tell('First'), first, host), lineElement(tell('Worst'), worst, host)];
}

function lineElement(label: string, { line, text }: IncidentLine, host: Host): HTMLElement {
  const shown = visibleText(text);
  const button = element(
    'button',
    { type: 'button', class: 'incident-line', title: shown },
    element('span', { class: 'hint' }, label),
    element('bdi', { class: 'excerpt' }, shown),
  );
  button.addEventListener('click', () => void host.call('reveal', line));
  return button;
}

function actionsOf({ id, title }: IncidentCard, host: Host): HTMLElement {
  const action = (does: 'open' | 'ask' | 'export', label: string, described: string) => {
    const button = element(
      'button',
      { type: 'button', class: 'text-button', 'aria-label': described },
      label,
    );
    button.addEventListener('click', () => void host.call('incident', { id, does }));
    return button;
  };
  const name = visibleText(title);
  return element(
    'div',
    { class: 'incident-actions' },
    action('open', tell('Open'), tell('Open: {0}', name)),
    action('ask', tell('Ask'), tell('Ask: {0}', name)),
    action('export', tell('Export'), tell('Export: {0}', name)),
  );
}
