import type {
  ReportCause,
  ReportEvidence,
  ReportFinding,
  RootCauseReport,
} from '../../../src/protocol/answer';
import { element, icon } from '../../shared/element';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { citationLink, falseCitation } from '../markdown/citation';

/** The structured answer as cards: what it comes to, why, what was found, what to look at next. */
export function reportElement(report: RootCauseReport): HTMLElement {
  const { summary, needsActionNow, causes, findings, nextChecks, struck } = report;
  const made = element('section', { class: 'report', 'aria-label': tell('Root-cause report') });
  made.append(flag(needsActionNow), element('p', { class: 'report-summary' }, text(summary)));
  if (causes.length > 0) made.append(part(tell('Causes'), 'ol', 'causes', causes.map(causeItem)));
  if (findings.length > 0) made.append(part(tell('Findings'), 'ul', 'findings', findings.map(findingItem)));
  if (nextChecks.length > 0) {
    const items = nextChecks.map((check) => element('li', {}, text(check)));
    made.append(part(tell('Check next'), 'ol', 'checks', items));
  }
  if (struck > 0) made.append(element('p', { class: 'hint' }, icon('circle-slash'), struckText(struck)));
  return made;
}

function flag(needsActionNow: boolean): HTMLElement {
  return needsActionNow
    ? element('p', { class: 'flag is-urgent' }, icon('warning'), tell('Needs action now'))
    : element('p', { class: 'flag' }, icon('pass'), tell('Needs no action now'));
}

function struckText(struck: number): string {
  return struck === 1
    ? tell('1 piece of evidence proved nothing and was left out.')
    : tell('{0} pieces of evidence proved nothing and were left out.', struck);
}

function part(title: string, tag: 'ol' | 'ul', kind: string, items: readonly HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'report-part' },
    element('h3', {}, title),
    element(tag, { class: kind }, ...items),
  );
}

function causeItem({ cause, confidence, evidence }: ReportCause): HTMLElement {
  const percent = Math.round(Math.min(1, Math.max(0, confidence)) * 100);
  const bar = element('span', { class: 'confidence-bar', 'aria-hidden': 'true' }, element('span'));
  bar.style.setProperty('--share', `${percent}%`);
  const said = element('span', { class: 'confidence' }, bar, tell('{0} % confident', percent));
  return element(
    'li',
    { class: 'report-card' },
    element('div', { class: 'card-head' }, element('strong', {}, text(cause)), said),
    ...evidenceOf(evidence),
  );
}

function findingItem({ severity, type, detail, evidence }: ReportFinding): HTMLElement {
  const word = element('span', { class: `severity ${severity}` }, severityWord(severity));
  return element(
    'li',
    { class: `report-card ${severity}` },
    element('div', { class: 'card-head' }, word, element('strong', {}, text(type))),
    element('p', {}, text(detail)),
    ...evidenceOf(evidence),
  );
}

function evidenceOf(evidence: readonly ReportEvidence[]): readonly HTMLElement[] {
  if (evidence.length === 0) return [];
  const items = evidence.map(({ citation, quote }) => {
    const place = citation.isTrue ? citationLink(citation) : falseCitation(citation);
    const item = element('li', {}, place);
    if (quote !== '') item.append(element(citation.isTrue ? 'code' : 'del', {}, text(quote)));
    return item;
  });
  return [element('ul', { class: 'evidence', 'aria-label': tell('Evidence') }, ...items)];
}

function text(own: string): HTMLElement {
  return element('bdi', {}, visibleText(own));
}
