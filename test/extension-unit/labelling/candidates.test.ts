import { expect, test } from 'vitest';
import type { TemplateId } from '../../../src/engine/model/units';
import { findingCandidates } from '../../../src/extension/labelling/triage/candidates';
import { finding } from '../analysed-log';

const said = { detector: 'label', score: 1, message: { pattern: 'x', values: [] }, evidence: [] } as const;

test('findings nobody spoke of come worst first, those of one template in one group', () => {
  const findings = [
    finding(1, { score: 0.6, templateId: 4 as TemplateId }),
    finding(2, { score: 0.9, templateId: 7 as TemplateId }),
    finding(3, { score: 0.99, reasons: [said] }),
    finding(4, { score: 0.6, templateId: 7 as TemplateId }),
  ];
  expect(findingCandidates({ findings }).map(({ id, group }) => `${id} ${group}`)).toEqual([
    '2 template 7',
    '1 template 4',
    '4 template 7',
  ]);
});
