import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { tableElement } from '../frame/data-table';
import type { Host } from '../host';
import type { Model } from '../model';
import type { Refreshing } from '../refreshing';
import type { ShownContent } from '../shown';
import { rangeText, windowText } from '../time-words';
import { redactedReport } from './redaction';
import { reportStyle } from './report-style';
import { freeOfTheme } from './standalone-svg';

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
/** Attributes that hold words. */
const wordAttributes = ['aria-label', 'aria-description', 'title', 'alt'];
/** What stands before the values of a parameter, whose name ends with its kind. */
const beforeValue = /^(.*?)<[^<>]*>[^<>]*$/s;

/** All cards as one HTML file: no script, nothing loaded, text as text. Its policy says so to the browser that opens it. */
export async function saveReport({ host, model, sections, redact }: ReportParts): Promise<void> {
  for (const section of sections) await section.complete();
  const page = reportBody(model, sections);
  const named = `${model.state.name ?? ''} report`;
  const name = redact ? await redactTexts(page, named, host) : named;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${page.querySelector('h1')?.innerHTML ?? ''}</title>`,
    `<style>${reportStyle()}</style>`,
  ].join('\n');
  const language = document.documentElement.lang || 'en';
  const html = `<!doctype html>\n<html lang="${language}">\n<head>\n${head}\n</head>\n${page.outerHTML}\n</html>\n`;
  await host.call('save', { name, kind: 'html', content: html });
}

function reportBody(model: Model, sections: readonly Refreshing[]): HTMLElement {
  const { name, log, zone, summary, range, status } = model.state;
  const body = document.createElement('body');
  body.append(element('h1', {}, tell('Report on {0}', name ?? '')));
  const times =
    log?.firstTime != null && log.lastTime !== null ? rangeText(log.firstTime, log.lastTime, zone) : '';
  body.append(element('p', {}, [summary, times].filter((part) => part !== '').join(' · ')));
  const said = [
    ...(status === 'stale' ? [tell('The log is no longer as it was analysed.')] : []),
    ...(range === null ? [] : [tell('Only what happened in {0} is shown.', windowText(range, zone))]),
    ...missing(sections),
  ];
  body.append(...said.map((sentence) => element('p', {}, sentence)));
  for (const { frame } of sections) if (frame.shown) body.append(sectionOf(frame.title, frame.shown));
  body.append(element('footer', {}, tell('Made by Oddline on the machine the log is on.')));
  return body;
}

/** What could not be shown is named: a report without it is not whole. */
function missing(sections: readonly Refreshing[]): readonly string[] {
  const titles = sections.flatMap(({ frame }) => (frame.isMissing ? [frame.title] : []));
  return titles.length > 0
    ? [tell('Could not be shown, and is missing here: {0}', titles.join(tell(', ')))]
    : [];
}

function sectionOf(title: string, { sentence, picture, tables }: ShownContent): HTMLElement {
  const made = element('section', {}, element('h2', {}, title), element('p', {}, sentence));
  const drawn = picture?.();
  if (drawn) {
    freeOfTheme(drawn);
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

/** Whatever stands in the report as text, in titles of pictures too. Resolves the redacted name of its file. */
async function redactTexts(page: HTMLElement, name: string, host: Host): Promise<string> {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const attributes = wordAttributes.flatMap((attribute) =>
    [...page.querySelectorAll(`[${attribute}]`)].flatMap((one) => one.getAttributeNode(attribute) ?? []),
  );
  const texts = [
    ...nodes.map((node) => ({ text: node.data, before: beforeIn(node) })),
    ...attributes.map(({ value }) => ({ text: value, before: '' })),
    { text: name, before: '' },
  ];
  if (texts.length > mostTexts) throw new Error(tell('There is more text than can be redacted.'));
  const redacted = await redactedReport(texts, (asked) => host.call('redacted', asked));
  for (const [i, node] of nodes.entries()) node.data = redacted[i];
  for (const [i, attribute] of attributes.entries()) attribute.value = redacted[nodes.length + i];
  return redacted[texts.length - 1];
}

/** In a table of values: what its parameter is called by. */
function beforeIn({ parentElement }: Text): string {
  const table = parentElement?.closest('td')?.closest('details');
  return beforeValue.exec(table?.querySelector('summary')?.textContent ?? '')?.[1] ?? '';
}
