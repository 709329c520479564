import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { tableElement } from '../frame/data-table';
import type { Host } from '../host';
import type { Model } from '../model';
import type { Refreshing } from '../refreshing';
import type { ShownContent } from '../shown';
import { rangeText } from '../time-words';
import { reportStyle } from './report-style';
import { withoutVariables } from './standalone-svg';

export interface ReportParts {
  readonly host: Host;
  readonly model: Model;
  readonly sections: readonly Refreshing[];
  /** Secrets and personal data are put behind placeholders. */
  readonly redact: boolean;
}

/** A table of a report is read, not searched: all of it is in the CSV. */
const mostRows = 100;
const mostTexts = 100_000;

/** All cards as one HTML file: no script, nothing loaded, text as text. Its policy says so to the browser that opens it. */
export async function saveReport({ host, model, sections, redact }: ReportParts): Promise<void> {
  for (const section of sections) await section.complete();
  const page = reportBody(model, sections);
  if (redact) await redactTexts(page, host);
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${page.querySelector('h1')?.innerHTML ?? ''}</title>`,
    `<style>${reportStyle()}</style>`,
  ].join('\n');
  const language = document.documentElement.lang || 'en';
  const html = `<!doctype html>\n<html lang="${language}">\n<head>\n${head}\n</head>\n${page.outerHTML}\n</html>\n`;
  await host.call('save', { name: `${model.state.name ?? ''} report`, kind: 'html', content: html });
}

function reportBody(model: Model, sections: readonly Refreshing[]): HTMLElement {
  const { name, log, zone, summary, range } = model.state;
  const body = document.createElement('body');
  body.append(element('h1', {}, tell('Report on {0}', name ?? '')));
  const times =
    log?.firstTime != null && log.lastTime !== null ? rangeText(log.firstTime, log.lastTime, zone) : '';
  body.append(element('p', {}, [summary, times].filter((part) => part !== '').join(' · ')));
  if (range?.from != null && range.until !== null)
    body.append(
      element('p', {}, tell('Only what happened in {0} is shown.', rangeText(range.from, range.until, zone))),
    );
  for (const { frame } of sections) if (frame.shown) body.append(sectionOf(frame.title, frame.shown));
  body.append(element('footer', {}, tell('Made by Oddline on the machine the log is on.')));
  return body;
}

function sectionOf(title: string, { sentence, picture, tables }: ShownContent): HTMLElement {
  const made = element('section', {}, element('h2', {}, title), element('p', {}, sentence));
  const drawn = picture?.();
  if (drawn) {
    for (const one of [drawn, ...drawn.querySelectorAll('*')])
      for (const { name, value } of [...one.attributes])
        if (value.includes('var(')) one.setAttribute(name, withoutVariables(value));
    made.append(element('div', { class: 'picture' }, drawn));
  }
  for (const table of tables) {
    const details = element(
      'details',
      {},
      element('summary', {}, table.title),
      tableElement(table, mostRows),
    );
    if (!drawn) details.setAttribute('open', '');
    made.append(details);
  }
  return made;
}

/** Whatever stands in the report as text, in titles of pictures too. */
async function redactTexts(page: HTMLElement, host: Host): Promise<void> {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const labelled = [...page.querySelectorAll('[aria-label]')];
  const texts = [
    ...nodes.map(({ data }) => data),
    ...labelled.map((one) => one.getAttribute('aria-label') ?? ''),
  ];
  if (texts.length > mostTexts) throw new Error(`More than ${mostTexts} texts.`);
  const redacted = await host.call('redacted', texts);
  if (redacted.length !== texts.length) throw new Error('Not all of it was redacted.');
  for (const [i, node] of nodes.entries()) node.data = redacted[i];
  for (const [i, one] of labelled.entries()) one.setAttribute('aria-label', redacted[nodes.length + i]);
}
