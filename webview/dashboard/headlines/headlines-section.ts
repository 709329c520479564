import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Host } from '../host';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';

type ToldHeadline = Awaited<ReturnType<typeof askHeadlines>>[number];

const icons: Readonly<Record<ToldHeadline['kind'], string>> = {
  since: 'history',
  new: 'sparkle',
  loudest: 'megaphone',
};

/** Three sentences above everything: since when, what is new, what is loudest. Each goes to its line. */
export function headlinesSection({ host, frame }: SectionParts): Section {
  const list = element('ul', { class: 'headlines' });
  frame.body.append(list);
  return {
    shows: ['log', 'zone'],
    refresh: async (signal): Promise<Shown> => {
      const headlines = await askHeadlines(host, signal);
      if (headlines.length === 0) return { kind: 'empty', text: tell('Nothing stands out in this log.') };
      list.replaceChildren(...headlines.map((headline) => item(headline, host)));
      return { kind: 'content', sentence: '', tables: [tableOf(headlines)], picture: null };
    },
  };
}

function askHeadlines(host: Host, signal: AbortSignal) {
  return host.call('headlines', undefined, { signal });
}

function item({ kind, text, line }: ToldHeadline, host: Host): HTMLElement {
  const words = [icon(icons[kind]), element('bdi', {}, visibleText(text))];
  if (line === null) return element('li', {}, element('span', { class: 'headline' }, ...words));
  const button = element(
    'button',
    { type: 'button', class: 'headline', title: tell('Go to the line') },
    ...words,
  );
  button.addEventListener('click', () => void host.call('revealAnalysed', line));
  return element('li', {}, button);
}

function tableOf(headlines: readonly ToldHeadline[]) {
  return {
    title: tell('In Short'),
    columns: [
      { title: tell('What'), kind: 'text' as const },
      { title: tell('Line'), kind: 'number' as const },
    ],
    rows: headlines.map(({ text, line }) => [text, line === null ? null : line + 1]),
  };
}
