import type { Exercise, ExerciseLanguage } from './exercise';
import { fleetExercise } from './fleet-exercise';
import { type ShopExercise, shopExercise } from './shop-exercise';

/** What is planted, in order; `fleet` is English. A change here makes figures of models measured before not comparable. */
const plans: Readonly<Record<ExerciseLanguage, readonly (ShopExercise | 'fleet')[]>> = {
  en: [
    { shape: 'single', kind: 'pool-exhausted' },
    { shape: 'single', kind: 'certificate-expired' },
    { shape: 'cascade', kind: 'dns-failure' },
    { shape: 'cascade', kind: 'disk-full' },
    { shape: 'cascade', kind: 'memory-leak' },
    { shape: 'red herring', kind: 'deadlock' },
    { shape: 'red herring', kind: 'bad-deploy' },
    'fleet',
    { shape: 'cause missing', kind: 'primary-lost' },
    { shape: 'no trouble', kind: null },
  ],
  zh: [
    { shape: 'single', kind: 'primary-lost' },
    { shape: 'single', kind: 'rate-limited' },
    { shape: 'cascade', kind: 'certificate-expired' },
    { shape: 'cascade', kind: 'pool-exhausted' },
    { shape: 'cascade', kind: 'files-used-up' },
    { shape: 'red herring', kind: 'slow-queries' },
    { shape: 'red herring', kind: 'memory-leak' },
    { shape: 'red herring', kind: 'brute-force' },
    { shape: 'cause missing', kind: 'dns-failure' },
    { shape: 'no trouble', kind: null },
  ],
};

/** Apart from those that anything in the engine was tuned on. */
const firstSeed: Readonly<Record<ExerciseLanguage, number>> = { en: 7_100, zh: 7_200 };

export const exercisesALanguage = plans.en.length;

/** Ten a language, made one at a time; the same each time. */
export function* exercises(language: ExerciseLanguage): Generator<Exercise, void> {
  for (const [index, plan] of plans[language].entries()) {
    const name = `${language}-${index + 1}`;
    const seed = firstSeed[language] + index;
    yield plan === 'fleet' ? fleetExercise(name, seed) : shopExercise(plan, name, language, seed);
  }
}
