import type { TemplateSummary } from '../../engine/model/analysis';
import { plainText } from '../../engine/text/plain-text';
import type { Cluster, Near, Novelty } from '../../protocol/semantic';
import { counted, grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import { templateJson } from './analysis-json';
import { schema } from './json';

/** Places in the lists are those of `templates`. */
export type SimilarAnswer = { readonly templates: readonly TemplateSummary[] } & (
  | { readonly kind: 'near'; readonly near: readonly Near[] }
  | { readonly kind: 'clusters'; readonly clusters: readonly Cluster[] }
  | { readonly kind: 'novelty'; readonly known: readonly string[]; readonly novelties: readonly Novelty[] }
);

type Shown = Pick<Surroundings, 'palette' | 'tell' | 'fit'>;

const indent = ' '.repeat(7);
/** Enough to tell any two apart; JSON has all of it. */
const mostShown = 500;

/** What `oddline similar` says to people: a row a template, behind how like, or how far, it is. */
export function* similarText(answer: SimilarAnswer, shown: Shown): Generator<string> {
  const { templates } = answer;
  if (answer.kind === 'near')
    for (const { index, score } of answer.near) yield row(score.toFixed(2), templates[index], shown);
  if (answer.kind === 'clusters')
    for (const members of answer.clusters) {
      const heading = counted(members.length, '1 template', '{0} templates');
      yield `${shown.palette.strong(shown.tell(heading))}\n`;
      for (const member of members) yield row('', templates[member], shown);
    }
  if (answer.kind === 'novelty')
    for (const { index, distance, nearest } of answer.novelties) {
      yield row(distance.toFixed(2), templates[index], shown);
      const known = answer.known[nearest];
      const sentence = { pattern: 'nearest: {0}', values: [plain(known ?? '')] };
      if (known !== undefined)
        yield `${indent}${shown.palette.faint(shown.fit(shown.tell(sentence), indent.length))}\n`;
    }
}

function row(figure: string, template: TemplateSummary, { palette, fit }: Shown): string {
  const before = `${figure.padEnd(5)}  ${grouped(template.count).padStart(9)}  `;
  const level = `${template.level.padEnd(5)}  `;
  const besides = before.length + level.length;
  return `${before}${palette.faint(level)}${fit(plain(template.name ?? template.pattern), besides)}\n`;
}

/** Names and baselines may come with a repository, and hold anything. */
function plain(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, mostShown));
  return plainText(bytes, 0, bytes.length, mostShown);
}

/** The document of `oddline similar --format json`; docs/cli.md is its contract. */
export function similarJson(answer: SimilarAnswer): string {
  const at = (index: number) => templateJson(answer.templates[index]);
  return `${JSON.stringify({ schema, ...listOf(answer, at) })}\n`;
}

function listOf(answer: SimilarAnswer, at: (index: number) => object): object {
  switch (answer.kind) {
    case 'near':
      return {
        similar: answer.near.map(({ index, score }) => ({ score: rounded(score), template: at(index) })),
      };
    case 'clusters':
      return { clusters: answer.clusters.map((members) => members.map(at)) };
    case 'novelty':
      return {
        novelty: answer.novelties.map(({ index, distance, nearest }) => ({
          distance: rounded(distance),
          template: at(index),
          nearest: answer.known[nearest] ?? null,
        })),
      };
  }
}

/** The last digits are the machine's. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
