import type { Contrast } from '../../../src/protocol/log-shape';
import { element, iconButton } from '../../shared/element';
import { tell, tellSentence } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import type { TimeRange } from '../terms';
import { rangeText } from '../time-words';
import { contrastList } from './contrast-list';
import { contrastPicture } from './contrast-picture';
import { contrastSentence, contrastTable } from './contrast-words';

const mostContrasts = 40;

/** What is over- and under-represented in the range, against all the rest or a second range: first from a sample, then from all. */
export function contrastSection({ host, model, frame }: SectionParts): Section {
  const against = element('span', { class: 'contrast-against' });
  frame.controls.append(against);

  const shown = (contrast: Contrast): Shown => {
    if (contrast.contrasts.length === 0) {
      frame.body.replaceChildren();
      return {
        kind: 'empty',
        text: contrastSentence(contrast),
        cure: { label: tell('Go to Templates'), press: goToTemplates },
      };
    }
    const actions = {
      reveal: (line: Contrast['contrasts'][number]['line']) => void host.call('revealAnalysed', line),
      showOnly: (filter: NonNullable<Contrast['contrasts'][number]['filter']>) =>
        void host.call('showOnly', filter),
    };
    frame.body.replaceChildren(contrastList(contrast.contrasts, actions), ...notes(contrast));
    const sentence = contrastSentence(contrast);
    return {
      kind: 'content',
      sentence,
      tables: [contrastTable(contrast)],
      picture: () => contrastPicture(contrast.contrasts, sentence),
    };
  };

  return {
    shows: ['log', 'range', 'against', 'zone'],
    async refresh(signal) {
      const { range } = model;
      against.replaceChildren(...againstWords(model.against, model.state.zone, () => model.setAgainst(null)));
      if (range === null) return nothingChosen();
      const request = { focus: range, against: model.against, limit: mostContrasts } as const;
      // Of ten million lines these come in a third of a second; what has values must be read.
      const columns = await host.call('contrast', { ...request, values: 'none' }, { signal });
      if (signal.aborted) return shown(columns);
      if (columns.contrasts.length > 0) {
        frame.show(shown(columns));
        frame.waiting();
      }
      const sampled = await host.call('contrast', { ...request, values: 'sampled' }, { signal });
      if (sampled.lookedAt === null || signal.aborted) return shown(sampled);
      frame.show(shown(sampled));
      frame.waiting();
      return shown(await host.call('contrast', { ...request, values: 'exact' }, { signal }));
    },
  };
}

/** Which of them came here for the first time stands there, be it by chance or not. */
function goToTemplates(): void {
  document.getElementById('templates')?.scrollIntoView({ block: 'start' });
}

function nothingChosen(): Shown {
  return {
    kind: 'empty',
    text: tell('Drag over a bump, a gap or a dark stretch of the timeline to see what is different there.'),
  };
}

function againstWords(
  against: TimeRange | null,
  zone: string,
  clear: () => void,
): readonly (Node | string)[] {
  if (against === null) return [tell('against all the rest')];
  const { from, until } = against;
  const words = from !== null && until !== null ? rangeText(from, until, zone) : '';
  return [tell('against {0}', words), iconButton('close', tell('Compare with all the rest'), clear)];
}

function notes({ notJudged, lookedAt }: Contrast): readonly HTMLElement[] {
  const texts = notJudged.map(tellSentence);
  if (lookedAt !== null) texts.unshift(tell('Sampled: values of {0} records so far.', lookedAt));
  return texts.map((text) => element('p', { class: 'hint' }, text));
}
