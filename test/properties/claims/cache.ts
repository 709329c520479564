import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { openSource, type ReadSource } from '../../engine/records/read-source';
import { columnsOf } from '../outcome';
import { same } from '../same';
import type { Claim } from './claim';

function columnsWith(source: ReadSource, bytes: Uint8Array): ReturnType<typeof columnsOf> {
  // Twice, so that the second time all is known.
  for (const chunk of [bytes, Buffer.from('\n'), bytes]) source.reader.push(chunk);
  source.reader.end();
  return columnsOf(source);
}

export const cache: Claim = {
  name: 'the signature cache changes nothing',
  holds({ bytes }) {
    const uncached = openSource(new TemplateMiner({ cache: false }));
    same(columnsWith(openSource(), bytes), columnsWith(uncached, bytes), 'columns');
  },
};
