import type { SignatureId, TemplateId } from '../../../../src/engine/model/units';
import type { TemplateCorrection } from '../../../../src/engine/templates/corrections/correction';
import { type CorrectionReport, TemplateMiner } from '../../../../src/engine/templates/template-miner';

/** A log's templates, line by line, as they are corrected again and again. */
export class CorrectedLog {
  readonly miner = new TemplateMiner();
  readonly signatures: SignatureId[] = [];

  constructor(lines: readonly string[], corrections: readonly TemplateCorrection[] = []) {
    this.miner.correct(corrections);
    this.append(lines);
  }

  append(lines: readonly string[]): void {
    for (const line of lines) {
      const bytes = new TextEncoder().encode(line);
      this.signatures.push(this.miner.signatureOf(bytes, 0, bytes.length, 0));
    }
  }

  correct(...corrections: readonly TemplateCorrection[]): CorrectionReport {
    return this.miner.correct(corrections);
  }

  get ids(): readonly TemplateId[] {
    return this.signatures.map((signature) => this.miner.templateOf(signature));
  }

  get patterns(): readonly string[] {
    return this.ids.map((id) => this.miner.template(id).pattern);
  }

  get names(): readonly (string | undefined)[] {
    return this.ids.map((id) => this.miner.template(id).name);
  }

  get outcomes(): readonly string[] {
    return this.miner.correctionOutcomes.map((outcome) =>
      outcome.state === 'overruled' ? `overruled by ${outcome.by}` : outcome.state,
    );
  }
}

/** A pattern as corrections remember it, of one without glued tokens. */
export function pattern(text: string): string[] {
  return text.split(' ').map((token, i) => (i === 0 ? token : ` ${token}`));
}
