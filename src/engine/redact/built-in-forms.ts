import { addressForms } from './address-forms';
import { credentialForms } from './credential-forms';
import { headerForms } from './header-forms';
import { numberForms } from './number-forms';
import { personForms } from './person-forms';
import { randomForms } from './random-forms';
import type { SecretForm } from './secret';
import { tokenForms } from './token-forms';
import { toldPersonForms } from './told-person-forms';

/** What is surest first. */
export const builtInForms: readonly SecretForm[] = [
  ...tokenForms,
  ...headerForms,
  ...credentialForms,
  ...randomForms,
  ...addressForms,
  ...numberForms,
  ...personForms,
  ...toldPersonForms,
];
