import type { RuleKind } from '../../shared/privilege';

export const kinds: Record<RuleKind, { name: string; hint: string }> = {
  ADDRESS: { name: 'Address', hint: 'One e-mail address of counsel, such as avery.stone@law.city.gov' },
  DOMAIN: { name: 'Domain', hint: 'A domain of counsel, with all below it, such as law.city.gov' },
  PHRASE: { name: 'Phrase', hint: 'Words in a row anywhere in the message, such as attorney work product' },
};
