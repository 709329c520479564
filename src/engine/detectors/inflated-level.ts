import type { TemplateStatistics } from '../features/template-statistics';
import { Level } from '../model/level';

/** Where more than this share of the records is fatal, and so many are, fatal is that log's word for an error. */
const inflatedShare = 0.05;
const fewestInflated = 20;

/**
 * What the highest level counts as: a level that is used for anything says little by itself, so that words and rules decide
 * what of it is grave.
 */
export function fatalCountsAs(templates: Pick<TemplateStatistics, 'levelCount' | 'recordCount'>): Level {
  const fatal = templates.levelCount(Level.fatal);
  const isInflated = fatal >= fewestInflated && fatal > inflatedShare * templates.recordCount;
  return isInflated ? Level.error : Level.fatal;
}
