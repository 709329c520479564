import type { Excerpts } from '../../node/excerpts';
import type { Surroundings } from '../commands/command';

/** Said after the output, where it shows U+FFFD for bytes that a name of their encoding would make readable. */
export async function noteEncoding(excerpts: Excerpts, { out, note }: Surroundings): Promise<void> {
  if (!excerpts.foundUndecoded) return;
  await out.flush();
  note({ pattern: 'Some bytes are not UTF-8; name the encoding with {0}.', values: ['--encoding'] });
}
