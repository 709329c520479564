import type { MergeCandidate, Parameter } from '../model/analysis';
import { eventClassOf } from '../model/event-class';
import type { SignatureId, TemplateId } from '../model/units';
import { CorrectedTemplates } from './corrections/corrected-templates';
import type { CorrectionOutcome, TemplateCorrection, TemplatePattern } from './corrections/correction';
import { mergeCandidates } from './corrections/merge-candidates';
import { patternOf } from './corrections/pattern';
import { MessageMasker, maxMessageBytes } from './message-masker';
import { parameterValues } from './parameter-values';
import { type Shape, SignatureList } from './signature-list';
import { signatureText } from './signature-text';
import { TemplateStore } from './template-store';
import { joinTokens, placeholderTypes, saltedGlue, saltOfGlue } from './tokens';

export interface MinedTemplate {
  /** What a person called it. */
  readonly name?: string;
  /** Constant text with `<type>` where values differ. */
  readonly pattern: string;
  readonly tokens: readonly string[];
  /** As corrections remember it. */
  readonly pieces: TemplatePattern;
  /** In order; a token with two placeholders has two. */
  readonly parameters: readonly Parameter[];
}

/** `younger` is no template of its own any more: what it held belongs to `older`. */
export interface TemplateAlias {
  readonly younger: TemplateId;
  readonly older: TemplateId;
}

/** What correcting the templates did. */
export interface CorrectionReport {
  /** By correction. */
  readonly outcomes: readonly CorrectionOutcome[];
  /** Templates that were one of their own before and are not now. */
  readonly aliases: readonly TemplateAlias[];
}

/** Distinct messages and templates kept; what comes beyond them counts as one of these. */
export interface MinerLimits {
  readonly signatures: number;
  readonly templates: number;
}

/**
 * Ten times what the widest logs seen hold. A signature takes 250 bytes, a template about a kilobyte, so that the
 * two stay below 200 MB whatever is read.
 */
export const usualLimits: MinerLimits = { signatures: 1 << 18, templates: 1 << 17 };

export interface MinerOptions {
  readonly limits?: MinerLimits;
  /** False makes every message go the long way; the result is the same (a test says so). */
  readonly cache?: boolean;
}

/**
 * Messages become signatures (their masked text), signatures become templates.
 *
 * A message known up to its digits costs one hash over its bytes and one look-up. Only a new one is
 * decoded, tokenised and masked, and only a new masked text goes to Drain, in order of first appearance:
 * how the bytes arrived and what the cache holds cannot change the result.
 */
export class TemplateMiner {
  private readonly masker: MessageMasker;
  private store = new TemplateStore();
  private readonly signatures = new SignatureList();
  private readonly limits: MinerLimits;
  private full = false;
  private corrections: readonly TemplateCorrection[] = [];
  /** Undefined where nothing is corrected, or more was read since. */
  private corrected: CorrectedTemplates | undefined;

  constructor({ cache = true, limits = usualLimits }: MinerOptions = {}) {
    this.limits = limits;
    this.masker = new MessageMasker(cache, (shape, salt) => this.signatureOfShape(shape, salt));
  }

  /** Whether more was read than the limits let it keep apart. */
  get overflowed(): boolean {
    return this.full;
  }

  get signatureCount(): number {
    return this.signatures.length;
  }

  /** Live templates: aliases do not count. */
  get templateCount(): number {
    return this.correctedNow()?.templateCount ?? this.store.liveCount;
  }

  /**
   * Signature of the message `bytes[start, end)`, of which the first 8 KiB count. Messages with another
   * `salt` (0 to 2^31) have another signature and another template: they are another kind of event.
   */
  signatureOf(bytes: Uint8Array, start: number, end: number, salt: number): SignatureId {
    return this.masker.read(bytes, start, end, salt);
  }

  /** Of a message that is masked already; `salt` is what its glue ends in. */
  signatureOfShape(shape: Shape, salt: number): SignatureId {
    const text = signatureText(shape.texts, shape.glue);
    const known = this.signatures.idOf(text);
    if (known !== undefined) return known;
    return this.isFull() ? this.standIn(shape, salt) : this.add(text);
  }

  /**
   * Gives up the signatures from `count` on, as if their messages had never come (the line was not at its end yet), and
   * groups the others anew; nothing is read again. Costs what as many new signatures cost.
   */
  forget(count: number): void {
    if (count >= this.signatureCount) return;
    this.signatures.truncate(count);
    this.masker.forget();
    this.corrected = undefined;
    this.full = false;
    this.store = new TemplateStore();
    for (let id = 0; id < count; id++) this.store.assign(this.signatures.textOf(id as SignatureId));
  }

  /** See `signatureText`: what `signatureOfShape` knows it by. */
  textOf(signature: SignatureId): string {
    return this.signatures.textOf(signature);
  }

  /** Masked tokens as they were before Drain generalised them. */
  tokensOf(signature: SignatureId): readonly string[] {
    return this.signatures.tokensOf(signature);
  }

  /** What the header says of the kind of event (`5xx`), '' where that has no name; no token of the message. */
  eventClassOf(signature: SignatureId): string {
    return eventClassOf(saltOfGlue(this.signatures.glueOf(signature)));
  }

  /** As its template's pattern would be shown if it were alone in it. */
  maskedTextOf(signature: SignatureId): string {
    return shownText(this.signatures.shapeOf(signature));
  }

  /** 64 bits of the masked text and the salt alone: the same in every file and every run. */
  hashOf(signature: SignatureId): { hi: number; lo: number } {
    return this.signatures.hashOf(signature);
  }

  /** The template the signature belongs to now; may become an older one as more is read. */
  templateOf(signature: SignatureId): TemplateId {
    return this.correctedNow()?.templateOf(signature) ?? this.store.templateOf(signature);
  }

  /** Grows with every id that becomes an alias; see `aliasesSince`. */
  get aliasMark(): number {
    return this.store.retiredCount;
  }

  /** Templates that became part of an older one since `aliasMark` was `mark`. */
  aliasesSince(mark: number): TemplateAlias[] {
    return this.aliasesOf(this.store.retiredSince(mark));
  }

  template(id: TemplateId): MinedTemplate {
    const corrected = this.correctedNow()?.template(id);
    return described(corrected ?? this.store.get(id), corrected?.name);
  }

  /** The templates most like one, as it is corrected, with the pattern of both as one. */
  mergeCandidates(id: TemplateId): MergeCandidate[] {
    const live = this.liveIds().map((other) => this.shaped(other));
    return mergeCandidates(this.shaped(id), live);
  }

  /**
   * Groups the signatures anew by `corrections`, which take the place of earlier ones and hold for what is read
   * later too. An id of before stands for the template that its founding signature belongs to now.
   */
  correct(corrections: readonly TemplateCorrection[]): CorrectionReport {
    const before = this.liveIds();
    this.corrections = corrections;
    this.corrected = undefined;
    const outcomes = this.correctedNow()?.outcomes ?? [];
    const now = new Set(this.liveIds());
    const aliases = this.aliasesOf(before.filter((id) => !now.has(id)));
    return { outcomes, aliases };
  }

  /** What became of the corrections, by all that was read so far. */
  get correctionOutcomes(): readonly CorrectionOutcome[] {
    return this.correctedNow()?.outcomes ?? [];
  }

  /**
   * Values of the template's parameters in a message of it, cut from its bytes, one each in the order of
   * `parameters`; empty strings where the message has another number of tokens.
   */
  valuesOf(id: TemplateId, bytes: Uint8Array, start: number, end: number): string[] {
    return parameterValues(this.template(id).tokens, bytes, start, Math.min(end, start + maxMessageBytes));
  }

  private aliasesOf(ids: readonly TemplateId[]): TemplateAlias[] {
    return ids
      .map((younger) => ({ younger, older: this.templateOf(younger as number as SignatureId) }))
      .filter(({ younger, older }) => younger !== older);
  }

  private correctedNow(): CorrectedTemplates | undefined {
    if (this.corrections.length === 0) return undefined;
    if (this.corrected?.signatureCount !== this.signatureCount)
      this.corrected = new CorrectedTemplates(
        {
          signatureCount: this.signatureCount,
          shapeOf: (signature) => this.signatures.shapeOf(signature),
          templateOf: (signature) => this.store.templateOf(signature),
          templateShape: (id) => this.store.get(id),
        },
        this.corrections,
      );
    return this.corrected;
  }

  private shaped(id: TemplateId) {
    return { id, shape: this.correctedNow()?.template(id) ?? this.store.get(id) };
  }

  /** Of the templates there are now, aliases left out. */
  liveIds(): readonly TemplateId[] {
    return this.correctedNow()?.ids() ?? this.store.liveIds();
  }

  private add(text: string): SignatureId {
    const id = this.signatures.add(text);
    // Not the tokens at hand: those hold on to the text they were cut from.
    this.store.assign(text);
    return id;
  }

  /** Never becomes false again: what a message beyond the limits counts as must not depend on when it comes. */
  private isFull(): boolean {
    const { signatures, templates } = this.limits;
    this.full ||= this.signatureCount >= signatures || this.store.liveCount >= templates;
    return this.full;
  }

  /** What a message beyond the limits counts as: the template most like it, else one for all others of its salt. */
  private standIn(shape: Shape, salt: number): SignatureId {
    const nearest = this.store.nearest(shape);
    if (nearest !== undefined) return nearest as number as SignatureId;
    const others = signatureText(['<word>'], saltedGlue('0', salt));
    return this.signatures.idOf(others) ?? this.add(others);
  }
}

function described(shape: Shape, name: string | undefined): MinedTemplate {
  const { texts } = shape;
  const parameters = texts.flatMap((text, position) =>
    placeholderTypes(text).map((type) => ({ position, type })),
  );
  const described = { pattern: shownText(shape), tokens: texts, pieces: patternOf(shape), parameters };
  return name === undefined ? described : { ...described, name };
}

function shownText({ texts, glue }: Shape): string {
  const eventClass = eventClassOf(saltOfGlue(glue));
  const joined = joinTokens(texts, glue);
  return eventClass === '' ? joined : `${joined} ${eventClass}`;
}
