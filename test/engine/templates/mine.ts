import type { TemplateId } from '../../../src/engine/model/units';
import { type MinerOptions, TemplateMiner } from '../../../src/engine/templates/template-miner';

const encoder = new TextEncoder();

export interface Mined {
  readonly miner: TemplateMiner;
  /** Template of each line, after all of them. */
  readonly templates: readonly TemplateId[];
  /** Pattern of each line's template. */
  readonly patterns: readonly string[];
}

export function mine(lines: readonly string[], options?: MinerOptions): Mined {
  const miner = new TemplateMiner(options);
  const signatures = lines.map((line) => {
    const bytes = encoder.encode(line);
    return miner.signatureOf(bytes, 0, bytes.length, 0);
  });
  const templates = signatures.map((signature) => miner.templateOf(signature));
  return { miner, templates, patterns: templates.map((id) => miner.template(id).pattern) };
}
