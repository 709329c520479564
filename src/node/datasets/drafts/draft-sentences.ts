import type { CardDrafts, DraftFault } from '../../../engine/dataset/card/data-card';
import type { Sentence } from '../../../engine/model/finding';
import { grouped } from '../../../protocol/sentence';

const whys = {
  'other-verdict': { pattern: 'Drafts not used, as they say otherwise than the label: {0}.' },
  'no-answer': { pattern: 'Drafts not used, as there was no whole answer: {0}.' },
  'too-long': { pattern: 'Outputs not drafted, as they would be too long: {0}.' },
} as const satisfies Record<DraftFault, Pick<Sentence, 'pattern'>>;

/** How many outputs a model wrote, and why the others are written from their labels. */
export function draftSentences({ model, host, drafted, written }: CardDrafts): readonly Sentence[] {
  const all = Object.values(written).reduce((sum, count) => sum + count, drafted);
  const told: Sentence = {
    pattern: 'Outputs drafted by {0} ({1}): {2} of {3}.',
    values: [model, host, grouped(drafted), grouped(all)],
  };
  const faults = (Object.keys(whys) as DraftFault[]).filter((fault) => written[fault] > 0);
  return [told, ...faults.map((fault) => ({ ...whys[fault], values: [grouped(written[fault])] }))];
}
