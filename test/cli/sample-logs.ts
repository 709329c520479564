import {
  generateQuietLog,
  generateShopLog,
  generateUnusualLog,
} from '../../src/engine/dataset/generator/shop-log';

/** Logs with each of the three verdicts. */
export const shopLog = generateShopLog({ seed: 1 });
export const quietLog = generateQuietLog({ seed: 1 }).text;
export const unusualLog = generateUnusualLog({ seed: 1 }).text;
