import { types } from 'node:util';

/** Why the directory does not take a label, or another one for an id. They are part of the contract: add, never rename. */
export type LabelRule = 'label-taken' | 'label-differs' | 'label-forgotten';

/** What a refusal of a label means, and what to do about it; every door says it in these words. */
export const labelRefusals: Readonly<Record<LabelRule, { readonly what: string; readonly advice: string }>> =
  {
    'label-taken': {
      what: 'Something else of the same kind has this label already.',
      advice: 'Correct the id, or give it another label.',
    },
    'label-differs': {
      what: 'What has this id is called otherwise already.',
      advice: 'Correct the id or the label. Where it is to be called so from now on, relabel it first.',
    },
    'label-forgotten': {
      what: 'The label of this id was forgotten for good.',
      advice: 'Send it without a label.',
    },
  };

/** By which rule the directory refused, where that is what was thrown; a door knows the error by its name. */
export function labelRuleOf(thrown: unknown): LabelRule | undefined {
  if (!types.isNativeError(thrown) || thrown.name !== 'LabelRefused' || !('rule' in thrown)) return undefined;
  const { rule } = thrown;
  return Object.keys(labelRefusals).find((each): each is LabelRule => each === rule);
}
