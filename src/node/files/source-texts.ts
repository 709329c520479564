import type { SourceTexts } from '../../engine/records/source-texts';
import type { ReadableLog } from './readable-log';

/**
 * The text of logs whose bytes have been read, by source index. Opened before the engine asks, since it asks
 * synchronously; what is packed or not UTF-8 is copied to a private temporary file here. Throws InputError.
 */
export async function openTexts(logs: readonly ReadableLog[]): Promise<SourceTexts> {
  const texts = await Promise.all(logs.map((log) => log.text()));
  return { read: (source, start, end) => texts[source].read(start, end) };
}
