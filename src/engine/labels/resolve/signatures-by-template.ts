import type { MinedTemplates } from '../../features/mined-templates';
import type { TemplateSummary } from '../../model/analysis';
import type { SignatureId } from '../../model/units';

type Pattern = Pick<TemplateSummary, 'id' | 'pattern'>;

/**
 * Signatures of the templates that look like a pattern, or that it may have become as more of the log was read: as many words, the same
 * ones where neither holds a placeholder. Undefined where no pattern is told; none where the log has nothing like it: then the label is
 * another log's.
 */
export function signaturesByTemplate(
  templates: readonly Pattern[],
  mined: Pick<MinedTemplates, 'signatureCount' | 'templateOf'>,
): (pattern: string) => Iterable<number> | undefined {
  const byLength = new Map<number, { readonly id: number; readonly words: readonly string[] }[]>();
  for (const { id, pattern } of templates) {
    const words = pattern.split(' ');
    const own = byLength.get(words.length);
    if (own === undefined) byLength.set(words.length, [{ id, words }]);
    else own.push({ id, words });
  }
  const signatures = new Map<number, number[]>();
  for (let signature = 0; signature < mined.signatureCount; signature++) {
    const template = mined.templateOf(signature as SignatureId);
    const own = signatures.get(template);
    if (own === undefined) signatures.set(template, [signature]);
    else own.push(signature);
  }
  return (pattern) => {
    if (pattern === '') return undefined;
    const wanted = pattern.split(' ');
    const alike = (byLength.get(wanted.length) ?? []).filter(({ words }) => areAlike(words, wanted));
    return alike.flatMap(({ id }) => signatures.get(id) ?? []);
  };
}

function areAlike(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, at) => word === words[at] || word.includes('<') || words[at].includes('<'));
}
