import { TemplateTally } from '../features/template-tally';
import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { SignatureId, TemplateId } from '../model/units';
import type { TemplatePattern } from '../templates/corrections/correction';
import { matchNormal } from '../templates/normal-templates';
import type { TemplateMiner } from '../templates/template-miner';
import type { FilterQuestion } from './filter-question';
import { foldedTemplates } from './noise-dial';

export type FilterMiner = Pick<TemplateMiner, 'signatureCount' | 'templateOf' | 'template'>;

interface LogTemplate {
  readonly id: TemplateId;
  readonly pattern: string;
  readonly pieces: TemplatePattern;
  readonly count: number;
  readonly warns: boolean;
}

/** The templates of the logs by their words and their numbers, and which signatures are of them. */
export class FilterTemplates {
  private readonly templates: readonly LogTemplate[];

  /** Once `tally` has gathered. */
  constructor(
    tally: TemplateTally,
    private readonly miner: FilterMiner,
  ) {
    this.templates = templatesOf(tally, miner);
  }

  /** 1 by signature where its template is the one meant: the one that looks so, else those it may have become. */
  like(title: string, pieces: TemplatePattern): Uint8Array {
    return this.signaturesOf(new Set(this.idsLike(title, pieces)));
  }

  /** 1 by signature where its template is folded. */
  folded({ noise, unfoldedTemplates }: Pick<FilterQuestion, 'noise' | 'unfoldedTemplates'>): Uint8Array {
    const isFolded = foldedTemplates(this.templates, noise);
    const ids = new Set(this.templates.filter((_, i) => isFolded[i]).map(({ id }) => id));
    for (const pieces of unfoldedTemplates) for (const id of this.idsLike('', pieces)) ids.delete(id);
    return this.signaturesOf(ids);
  }

  private idsLike(title: string, pieces: TemplatePattern): TemplateId[] {
    const words = pieces.join('');
    const named = this.templates.filter(({ pattern }) => pattern === title);
    // What a person calls a template tells nothing of its kind of event.
    const same = title.startsWith(words)
      ? []
      : this.templates.filter((template) => template.pieces.join('') === words);
    const found = named.length > 0 ? named : same;
    if (found.length > 0) return found.map(({ id }) => id);
    const pattern = title.startsWith(words) ? title : words;
    return matchNormal([{ pattern, pieces }], this.templates).map(({ template }) => template);
  }

  private signaturesOf(ids: ReadonlySet<TemplateId>): Uint8Array {
    const { signatureCount } = this.miner;
    const marks = new Uint8Array(signatureCount);
    for (let id = 0; id < signatureCount; id++)
      marks[id] = Number(ids.has(this.miner.templateOf(id as SignatureId)));
    return marks;
  }
}

/** Counts the templates; yields now and then. */
export function* gatherTemplates(records: RecordTable, miner: FilterMiner): Generator<void, FilterTemplates> {
  const tally = new TemplateTally(records, miner);
  yield* tally.gather();
  return new FilterTemplates(tally, miner);
}

function templatesOf(tally: TemplateTally, miner: FilterMiner): LogTemplate[] {
  const templates: LogTemplate[] = [];
  for (let at = 0; at < tally.templateLimit; at++) {
    const id = at as TemplateId;
    if (tally.firstRecord(id) === undefined) continue;
    const { pattern, pieces } = miner.template(id);
    templates.push({ id, pattern, pieces, count: tally.logCount(id), warns: tally.level(id) >= Level.warn });
  }
  return templates;
}
