import type { EvidencePack } from '../../engine/model/evidence-pack';
import { schema } from './json';

/** The document of `oddline evidence --format json`; docs/cli.md is its contract. */
export function evidenceJson({ tokens, ranges, shortened, text }: EvidencePack): string {
  return `${JSON.stringify({ schema, tokens, ranges, shortened, text })}\n`;
}
