import assert from 'node:assert/strict';
import { levelName } from '../../../src/engine/model/level';
import type { RecordIndex, SignatureId } from '../../../src/engine/model/units';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { readSource } from '../../engine/records/read-source';
import { decoded, textsOf } from '../../engine/source-texts';

import { same } from '../same';
import type { Claim } from './claim';

export const cutting: Claim = {
  name: 'a record cut again has the message that was mined, its level and its component',
  holds({ bytes }) {
    const { records, miner, cutter, components } = readSource([bytes]);
    const texts = textsOf(decoded(bytes));
    const again = new TemplateMiner();
    for (let record = 0; record < records.recordCount; record++) {
      const { message, level, component } = cutter.cut(record as RecordIndex, texts);
      const mined = records.signature.get(record) as SignatureId;
      const signature = again.signatureOf(message, 0, message.length, 0);
      same(again.tokensOf(signature), miner.tokensOf(mined), `record ${record}`);
      assert.equal(level, levelName(records.levelAt(record as RecordIndex)), `record ${record}`);
      assert.equal(component, components.name(records.component.get(record)), `record ${record}`);
    }
  },
};
