import type { ModelPage } from '../../../src/protocol/dashboard';
import { button } from '../../shared/controls';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Host } from '../host';
import { percentText } from './evaluation-words';

type Drift = NonNullable<ModelPage['drift']>;

/** What was learned, of which files, and how far the log is from its baseline. */
export function learnedPart({ facts, sources, drift }: ModelPage, host: Host): HTMLElement {
  const learned = part(tell('Learned'), factList(facts));
  const read = part(tell('Sources'), sourceList(sources));
  const far = part(tell('Baseline'), ...driftParts(drift, host));
  return element('div', { class: 'learned' }, learned, element('div', {}, read, far));
}

function part(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, element('h3', {}, title), ...children);
}

function factList(facts: ModelPage['facts']): HTMLElement {
  const rows = facts.flatMap(({ title, value }) => [element('dt', {}, title), element('dd', {}, value)]);
  return element('dl', { class: 'fact-list' }, ...rows);
}

function sourceList(sources: ModelPage['sources']): HTMLElement {
  const rows = sources.map(({ name, role, format, records, timed }) => {
    const shown = visibleText(name);
    const words = [
      role === 'log' ? tell('log') : tell('baseline'),
      format,
      tell('{0} records', records),
      ...(timed < records ? [tell('{0} with a time', timed)] : []),
    ];
    return element(
      'li',
      {},
      element('bdi', { class: 'source-name', title: shown }, shown),
      element('span', { class: 'hint' }, words.join(' · ')),
    );
  });
  return element('ul', { class: 'source-list' }, ...rows);
}

function driftParts(drift: Drift | null, host: Host): readonly HTMLElement[] {
  const act = (label: string, command: 'learnBaseline' | 'useBaseline') =>
    button(label, () => void host.call('run', command), 'secondary');
  const acts = element(
    'div',
    { class: 'model-acts' },
    act(tell('Learn Baseline…'), 'learnBaseline'),
    act(tell('Use Baseline…'), 'useBaseline'),
  );
  if (!drift)
    return [
      element('p', { class: 'hint' }, tell('The log was judged by itself: no baseline says what is usual.')),
      acts,
    ];
  const shares = element(
    'dl',
    { class: 'model-shares' },
    ...shareRow(tell('Records of kinds the baseline lacks'), drift.unknownShare, drift.usualUnknownShare),
    ...shareRow(tell('Records beyond their usual share'), drift.excessShare, drift.usualExcessShare),
  );
  const templates = tell(
    'Templates the baseline lacks: {0}; of those that should have come, gone: {1}.',
    drift.unknownTemplates,
    drift.goneTemplates,
  );
  const message = element('p', { class: drift.hasDrifted ? 'drifted' : '' }, drift.message);
  return [message, shares, element('p', { class: 'hint' }, templates), acts];
}

/** A bar with a tick where the usual ends; the whole is a little more than the larger of both. */
function shareRow(title: string, share: number, usual: number): readonly HTMLElement[] {
  const whole = Math.max(share, usual, 0.01) * 1.25;
  const filled = element('span', { class: share > usual ? 'beyond' : '' });
  filled.style.width = `${(100 * share) / whole}%`;
  const tick = element('span', { class: 'usual' });
  tick.style.left = `${(100 * usual) / whole}%`;
  const bar = element('span', { class: 'model-bar', 'aria-hidden': 'true' }, filled, tick);
  const words = tell('{0} (usual: up to {1})', percentText(share), percentText(usual));
  return [element('dt', {}, title), element('dd', {}, bar, element('span', {}, words))];
}
