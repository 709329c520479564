import { generateQuietLog, generateShopLog } from '../../src/engine/dataset/generator/shop-log';

/** A log with findings and a quiet one. */
export const shopLog = generateShopLog({ seed: 1 });
export const quietLog = generateQuietLog({ seed: 1 }).text;
